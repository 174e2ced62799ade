package dev.perfbudget.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody may have meant: the known word at the smallest edit distance (swapped neighbours count
 * as one edit: optimal string alignment), if it is near. */
final class Suggestion {

    private Suggestion() {}

    /** {@code " Did you mean [mean]?"}, or nothing if no known word is near. */
    static String of(String found, Collection<String> known) {
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(word -> distance(found, word)))
                .filter(word -> distance(found, word) <= Math.max(1, found.length() / 3))
                .map(word -> " Did you mean [" + word + "]?")
                .orElse("");
    }

    private static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var edits = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                edits[i][j] = Math.min(i, j) == 0 ? i + j : fewest(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int fewest(int[][] edits, String a, String b, int i, int j) {
        var replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        var fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(fewest, 1 + edits[i - 2][j - 2]) : fewest;
    }
}
