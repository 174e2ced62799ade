package com.example.search;

import java.util.ArrayList;
import java.util.List;

/** Takes texts apart. */
public final class Words {

    private Words() {}

    /** The words of a text, in order. */
    public static List<String> of(String text) {
        var words = new ArrayList<String>(100); // So that it need not grow.
        var start = -1;
        for (var i = 0; i <= text.length(); i++) {
            var isLetter = i < text.length() && Character.isLetter(text.charAt(i));
            if (isLetter && start < 0) {
                start = i;
            }
            if (!isLetter && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            }
        }
        return words;
    }
}
