package dev.perfbudget.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * A smooth curve of how dense values are: for pictures, nothing is decided by it.
 *
 * <p>Formula: {@code f(x) = 1 / (n h) · Σ φ((x - x[i]) / h)} with the standard normal density φ and the bandwidth
 * {@code h = 0.9 · min(s, IQR / 1.34) · n^(-1/5)}; {@code s} alone where half of the values are equal. Source: Silverman,
 * "Density estimation for statistics and data analysis" (1986), equations 2.2a and 3.31. That rule is for one hump and
 * flattens several: so where values come in clear clusters ({@link ForkModes}), the standard deviation within these
 * stands for the minimum, or a tenth of {@code s} if that is more. This part is our own.
 *
 * <p>Small samples: fewer than three values, or equal ones, have no density.
 */
public final class KernelDensity {

    private static final int FEWEST = 3;
    private static final double FACTOR = 0.9;
    private static final double NORMAL_RANGE = 1.34;
    private static final double NARROWEST = 0.1;
    private static final double EXPONENT = -0.2;
    private static final double REACH = 5;

    private final double[] values;
    private final double bandwidth;

    private KernelDensity(double[] values, double bandwidth) {
        this.values = values;
        this.bandwidth = bandwidth;
    }

    /** The density of finite values; empty if there are too few, or if all are equal. */
    public static Optional<KernelDensity> of(double[] values) {
        if (values.length < FEWEST) {
            return Optional.empty();
        }
        var sorted = FiniteValues.check(values).clone();
        Arrays.sort(sorted);
        var bandwidth = FACTOR * spread(sorted) * Math.pow(sorted.length, EXPONENT);
        return bandwidth > 0 && Double.isFinite(bandwidth)
                ? Optional.of(new KernelDensity(sorted, bandwidth))
                : Optional.empty();
    }

    private static double spread(double[] sorted) {
        var deviation = Math.sqrt(Moments.of(sorted).squares() / (sorted.length - 1));
        var within = ForkModes.spreadWithin(sorted);
        if (within.isPresent()) {
            return Math.max(within.getAsDouble(), NARROWEST * deviation);
        }
        var range = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / NORMAL_RANGE;
        return range > 0 ? Math.min(deviation, range) : deviation;
    }

    /** Standard deviation of the kernel, in the unit of the values. */
    public double bandwidth() {
        return bandwidth;
    }

    /** The density, per unit of the values. */
    public double at(double x) {
        var sum = 0.0;
        for (var value : values) {
            var z = (x - value) / bandwidth;
            if (Math.abs(z) < REACH) {
                sum += Math.exp(-z * z / 2);
            }
        }
        return sum / (values.length * bandwidth * Math.sqrt(2 * Math.PI));
    }

    /** Between neighbouring ranks by linear interpolation. */
    private static double quantile(double[] sorted, double probability) {
        var rank = probability * (sorted.length - 1);
        var lower = (int) Math.floor(rank);
        var upper = Math.min(sorted.length - 1, lower + 1);
        return sorted[lower] + (rank - lower) * (sorted[upper] - sorted[lower]);
    }
}
