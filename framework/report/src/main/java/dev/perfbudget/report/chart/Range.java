package dev.perfbudget.report.chart;

import java.util.Arrays;
import java.util.Optional;

/**
 * From the smallest to the largest of values that can be drawn.
 *
 * @param lower below {@code upper}, or the same
 */
record Range(double lower, double upper) {

    private static final double FURTHEST = 1e30;
    private static final double TWO_DECADES = 100;

    /** Whether a picture has a place for it. */
    static boolean isDrawable(double value) {
        return Math.abs(value) <= FURTHEST;
    }

    /** Of those that can be drawn; empty if none can. */
    static Optional<Range> of(double... values) {
        var drawable = Arrays.stream(values).filter(Range::isDrawable).summaryStatistics();
        return drawable.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Range(drawable.getMin(), drawable.getMax()));
    }

    /** With another value. */
    Range and(double value) {
        return isDrawable(value) ? new Range(Math.min(lower, value), Math.max(upper, value)) : this;
    }

    /** From zero, if it does not reach below. */
    Range fromZero() {
        return and(0);
    }

    /**
     * With room on both sides.
     *
     * @param share of the width, on each side
     * @param narrowest share of the middle that it is wide at least, so that what is quiet looks quiet
     */
    Range widened(double share, double narrowest) {
        var middle = lower / 2 + upper / 2;
        var width = Math.max((upper - lower) * (1 + 2 * share), Math.abs(middle) * narrowest);
        return width > 0 ? new Range(middle - width / 2, middle + width / 2) : new Range(middle - 1, middle + 1);
    }

    /** Whether its ends are so far apart that only logarithms show both. */
    boolean isWide() {
        return lower > 0 && upper / lower > TWO_DECADES;
    }
}
