package dev.perfbudget.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * One-sided bounds of a mean by Student's t.
 *
 * <p>Formula: {@code mean ± t(level; n - 1) · s / √n} with the sample's standard deviation {@code s}. On the log scale
 * the same of {@code ln x}, taken back by {@code exp}: bounds of the geometric mean, which for a log-normal quantity is
 * its median. Source: Student, "The probable error of a mean", Biometrika 6 (1908).
 *
 * <p>Assumes independent values from one normal (or log-normal) distribution. Values that are skewed or come in two
 * modes are covered less often than {@code level} says while there are few: two modes at n = 3 cover about 84 instead
 * of 95 %.
 *
 * <p>Small samples: one value has no bounds. Two have very wide ones, t(0.99; 1) = 31.8. Equal values give bounds that
 * equal the point.
 */
public final class StudentTBounds {

    private StudentTBounds() {}

    /** Bounds of the mean; empty for fewer than two values. */
    public static Optional<OneSidedBounds> ofMean(double[] values, double level) {
        if (values.length < 2) {
            return Optional.empty();
        }
        var mean = mean(values);
        var squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        var standardError = Math.sqrt(squares / (values.length - 1) / values.length);
        var margin = StudentT.exceededBy(1 - level, values.length - 1) * standardError;
        return Optional.of(new OneSidedBounds(mean, mean - margin, mean + margin, level));
    }

    /**
     * Bounds of the geometric mean; empty for fewer than two values, and where a bound is beyond what a double holds.
     *
     * @param values above zero
     */
    public static Optional<OneSidedBounds> ofGeometricMean(double[] values, double level) {
        if (values.length > 1 && Arrays.stream(values).allMatch(value -> value == values[0])) {
            log(values[0]);
            return Optional.of(new OneSidedBounds(values[0], values[0], values[0], level));
        }
        var logs = Arrays.stream(values).map(StudentTBounds::log).toArray();
        return ofMean(logs, level)
                .filter(bounds -> Math.exp(bounds.lower()) > 0 && Double.isFinite(Math.exp(bounds.upper())))
                .map(bounds -> new OneSidedBounds(
                        Math.exp(bounds.point()), Math.exp(bounds.lower()), Math.exp(bounds.upper()), level));
    }

    /** Shifted by the first value, so that equal values have exactly that mean, and no spread. */
    private static double mean(double[] values) {
        return values[0] + Arrays.stream(values).map(value -> value - values[0]).sum() / values.length;
    }

    private static double log(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("Only values above zero have a geometric mean, not [" + value + "]");
        }
        return Math.log(value);
    }
}
