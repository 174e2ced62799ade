package dev.perfbudget.statistics;

import org.apache.commons.statistics.descriptive.Median;

/**
 * The middle value, or the mean of the two in the middle. Half of the values may be arbitrarily wrong. One value is its
 * own median; no values have none.
 */
public final class SampleMedian {

    private SampleMedian() {}

    /** The median of at least one value. */
    public static double of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No values have no median");
        }
        return Median.withDefaults().evaluate(values);
    }
}
