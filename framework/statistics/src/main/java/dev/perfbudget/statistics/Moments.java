package dev.perfbudget.statistics;

import java.util.Optional;

/**
 * Count, mean and sum of squares around the mean, in two passes, shifted by the first value: equal values have exactly
 * that mean and no spread at all, and a large common part costs no digits. Commons Statistics has the same moments
 * without this promise.
 *
 * @param count how many values; at least one
 * @param mean of them
 * @param squares {@code Σ (x - mean)²}
 */
record Moments(int count, double mean, double squares) {

    static Moments of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("No values have no mean");
        }
        FiniteValues.check(values);
        var shift = values[0];
        var sum = 0.0;
        for (var value : values) {
            sum += value - shift;
        }
        var offset = sum / values.length;
        var squares = 0.0;
        for (var value : values) {
            var deviation = value - shift - offset;
            squares += deviation * deviation;
        }
        return new Moments(values.length, shift + offset, squares);
    }

    /** The sample's variance with its {@code n - 1} degrees of freedom; one value has none. */
    Optional<VarianceEstimate> variance() {
        return count < 2 ? Optional.empty() : Optional.of(new VarianceEstimate(squares / (count - 1), count - 1));
    }
}
