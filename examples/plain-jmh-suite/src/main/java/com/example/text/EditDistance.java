package com.example.text;

/** How many single-character edits lead from one word to another (Levenshtein), in two rows of memory. */
public final class EditDistance {

    private EditDistance() {}

    public static int between(CharSequence from, CharSequence to) {
        var previous = new int[to.length() + 1];
        var current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            var row = previous;
            previous = current;
            current = row;
        }
        return previous[to.length()];
    }
}
