package dev.perfbudget.report.text;

import java.util.Locale;

/**
 * Text of which nothing is hidden: characters that have no shape of their own, move the cursor, or change the order of
 * others, are shown by their picture or number, and alike everywhere. So a name looks like no other, does nothing to a
 * terminal, and every page is one that HTML allows.
 */
public final class VisibleText {

    private static final int FIRST_SHAPE = 0x20;
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7f;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int JOINER = 0x200d;

    private VisibleText() {}

    /** With its line feeds and tabs. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        var visible = new StringBuilder(text.length() + 16);
        var points = text.replace("\r\n", "\n").codePoints().toArray();
        for (var i = 0; i < points.length; i++) {
            // Emoji are made of several by a joiner, which is then no trick.
            var joins =
                    points[i] == JOINER && i + 1 < points.length && Character.isSupplementaryCodePoint(points[i + 1]);
            visible.append(joins ? Character.toString(points[i]) : shape(points[i]));
        }
        return visible.toString();
    }

    /** In one line. */
    public static String line(String text) {
        return of(text).replace("\n", picture('\n')).replace("\t", picture('\t'));
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
        if (point < FIRST_SHAPE) {
            return picture(point);
        }
        if (point == DELETE) {
            return Character.toString(PICTURE_OF_DELETE);
        }
        return isShapeless(point) ? number(point) : Character.toString(point);
    }

    private static String picture(int control) {
        return Character.toString(PICTURES + control);
    }

    private static boolean isShapeless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
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
