package dev.perfbudget.statistics;

import org.apache.commons.statistics.descriptive.Median;

/**
 * The middle value, or the mean of the two in the middle. Half of the values may be arbitrarily wrong. One value is its
 * own median; no values have none.
 */
public final class SampleMedian {

    /** On a copy: in place it would leave the values in another order. */
    private static final Median MEDIAN = Median.withDefaults().withCopy(true);

    private SampleMedian() {}

    /** The median of at least one value. */
    public static double of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No values have no median");
        }
        return MEDIAN.evaluate(values);
    }
}
