package dev.perfbudget.report.chart;

/** Writes the outline of a shape, with no more than a digit behind the point: pages hold many of them. */
final class Outline {

    private static final long TENTHS = 10;
    private static final double FURTHEST = 1e6;

    private final StringBuilder text = new StringBuilder();

    /** Starts a line. */
    Outline from(double x, double y) {
        text.append('M');
        return point(x, y);
    }

    /** Goes on to a point. */
    Outline to(double x, double y) {
        text.append('L');
        return point(x, y);
    }

    Outline horizontallyTo(double x) {
        text.append('H');
        append(text, x);
        return this;
    }

    Outline verticallyTo(double y) {
        text.append('V');
        append(text, y);
        return this;
    }

    /** Back to the start of the line. */
    Outline close() {
        text.append('Z');
        return this;
    }

    /** A line of no length, which round ends make a dot as large as the stroke is wide. */
    Outline dot(double x, double y) {
        from(x, y);
        text.append("h0");
        return this;
    }

    /** A level line to both sides of a place, as long however far a reader zooms. */
    Outline dash(double x, double y, double toTheLeft, double toTheRight) {
        from(x, y);
        append(text.append('h'), -toTheLeft);
        append(text.append('h'), toTheLeft + toTheRight);
        return this;
    }

    Outline line(double x, double y, double otherX, double otherY) {
        from(x, y);
        if (y == otherY) {
            return horizontallyTo(otherX);
        }
        return x == otherX ? verticallyTo(otherY) : to(otherX, otherY);
    }

    /** A rectangle between two corners. */
    Outline box(double left, double top, double right, double bottom) {
        return from(left, top)
                .horizontallyTo(right)
                .verticallyTo(bottom)
                .horizontallyTo(left)
                .close();
    }

    /** A triangle that points to the left, or to the right where {@code size} is below zero. */
    Outline arrow(double x, double y, double size) {
        return from(x, y)
                .to(x + size, y - size * 0.7)
                .verticallyTo(y + size * 0.7)
                .close();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** As an attribute {@code d}. */
    @Override
    public String toString() {
        return text.toString();
    }

    /** {@code 12}, {@code 12.5}. */
    static String coordinate(double value) {
        var text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    private Outline point(double x, double y) {
        append(text, x);
        text.append(' ');
        append(text, y);
        return this;
    }

    private static void append(StringBuilder text, double value) {
        var tenths = Math.round(Math.max(-FURTHEST, Math.min(FURTHEST, value)) * TENTHS);
        if (tenths < 0) {
            text.append('-');
        }
        text.append(Math.abs(tenths / TENTHS));
        if (tenths % TENTHS != 0) {
            text.append('.').append(Math.abs(tenths % TENTHS));
        }
    }
}
