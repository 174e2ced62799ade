package com.example.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How often each word stands in a text. */
public final class WordCount {

    private WordCount() {}

    public static Map<String, Integer> of(String text) {
        var counts = new HashMap<String, Integer>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            }
            if (!letter && start >= 0) {
                counts.merge(text.substring(start, i).toLowerCase(Locale.ROOT), 1, Integer::sum);
                start = -1;
            }
        }
        return counts;
    }
}
