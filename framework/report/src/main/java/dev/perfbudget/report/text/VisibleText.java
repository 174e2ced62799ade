package dev.perfbudget.report;

import java.util.Locale;

/**
 * Text of which nothing is hidden: characters that have no shape of their own, or change the order of others, are shown
 * by their number. So a name in a report looks like no other, and every page is one that HTML allows.
 */
final class VisibleText {

    private static final int FIRST_SHAPE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;
    private static final int PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int JOINER = 0x200d;

    private VisibleText() {}

    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        var visible = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); ) {
            var point = text.codePointAt(i);
            i += Character.charCount(point);
            // Emoji are made of several by a joiner, which is then no trick.
            var joins = point == JOINER && i < text.length() && Character.isHighSurrogate(text.charAt(i));
            visible.append(joins ? Character.toString(point) : shape(point));
        }
        return visible.toString();
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of nearly all texts each character. */
    private static boolean isPlain(int character) {
        return (character >= FIRST_SHAPE && character < DELETE) || character == '\n' || character == '\t';
    }

    private static String shape(int point) {
        if (isPlain(point)) {
            return Character.toString(point);
        }
        if (point == '\r') {
            return "";
        }
        if (point < FIRST_SHAPE) {
            return Character.toString(PICTURES + point);
        }
        if (point == DELETE) {
            return Character.toString(PICTURE_OF_DELETE);
        }
        return point <= LAST_CONTROL || isShapeless(point) ? number(point) : Character.toString(point);
    }

    private static boolean isShapeless(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** {@code ‹U+202E›}. */
    private static String number(int point) {
        return String.format(Locale.ROOT, "\u2039U+%04X\u203a", point);
    }
}
