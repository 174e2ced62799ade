package dev.perfbudget.report;

/**
 * How many columns of a terminal a text takes: marks on other letters none, ideographs and most emoji two. Source: the
 * blocks that Unicode Standard Annex 11 calls wide; terminals differ in some of the rest.
 */
final class DisplayWidth {

    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /**
     * A text that takes no more than some columns: where it is too long, its middle is left out, as names differ at their
     * ends.
     *
     * @param most at least three
     */
    static String shortened(String text, int most) {
        if (of(text) <= most) {
            return text;
        }
        var points = text.codePoints().toArray();
        var end = points.length;
        var room = (most - 1) / 2;
        while (end > 0 && of(points[end - 1]) <= room) {
            room -= of(points[--end]);
        }
        var start = 0;
        room = most - 1 - of(new String(points, end, points.length - end));
        while (start < end && of(points[start]) <= room) {
            room -= of(points[start++]);
        }
        return new String(points, 0, start) + "…" + new String(points, end, points.length - end);
    }

    private static int of(int point) {
        var type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (var block : WIDE) {
            if (point >= block[0] && point <= block[1]) {
                return 2;
            }
        }
        return 1;
    }
}
