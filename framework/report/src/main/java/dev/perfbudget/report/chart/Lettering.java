package dev.perfbudget.report.chart;

import dev.perfbudget.report.text.VisibleText;

/** Texts that come from outside, as they fit into a picture, which breaks no lines. */
final class Lettering {

    private static final double NARROW = 0.6;
    private static final double WIDE = 1.1;
    private static final int FEWEST = 4;
    private static final int FIRST_WIDE = 0x1100;

    private Lettering() {}

    /** No wider than so many times the size of its letters; what is left out is in the middle. */
    static String fit(String text, double width, double size) {
        return cut(text, Math.max(3, (int) (width / (NARROW * size))));
    }

    /** No wider than so many narrow letters. */
    static String cut(String named, int letters) {
        var text = VisibleText.line(named);
        var room = letters * NARROW;
        if (text.length() <= letters && width(text) <= room) {
            return text;
        }
        var half = (room - NARROW) / 2;
        return head(text, half) + "…" + tail(text, half);
    }

    /** The same of two parts that belong together: as long as that is enough, only the first becomes shorter. */
    static String cut(String first, String last, int letters) {
        var tail = VisibleText.line(last);
        var left = letters - letters(tail);
        return left < FEWEST ? cut(first + last, letters) : cut(first, left) + tail;
    }

    /** As how many narrow letters it is as wide. */
    static int letters(String text) {
        return (int) Math.round(width(text) / NARROW);
    }

    /** About how wide it is, in sizes of its letters. */
    static double width(String text) {
        var width = 0.0;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += width(text.codePointAt(i));
        }
        return width;
    }

    private static String head(String text, double room) {
        var head = new StringBuilder();
        var left = room;
        for (var i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            left -= width(text.codePointAt(i));
            if (left < 0) {
                break;
            }
            head.appendCodePoint(text.codePointAt(i));
        }
        return head.toString();
    }

    private static String tail(String text, double room) {
        var from = text.length();
        var left = room;
        while (from > 0) {
            left -= width(text.codePointBefore(from));
            if (left < 0) {
                break;
            }
            from -= Character.charCount(text.codePointBefore(from));
        }
        return text.substring(from);
    }

    private static double width(int letter) {
        return letter < FIRST_WIDE ? NARROW : WIDE;
    }
}
