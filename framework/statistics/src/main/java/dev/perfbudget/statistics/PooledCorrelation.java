package dev.perfbudget.statistics;

import java.util.List;
import java.util.Optional;

/**
 * How two figures of the same forks go together, around the means of their groups.
 *
 * <p>Formula: {@code r = Σ Sxy / √(Σ Sxx · Σ Syy)}, the sums of products around each group's means added over groups
 * (sessions of both sides), with {@code f = Σ (n - 1)} degrees of freedom. Assumes one correlation in all groups.
 *
 * <p>Small samples: {@code atanh r} is nearly normal with a standard error of {@code 1 / √(f - 1)} (Fisher, "On the
 * probable error of a coefficient of correlation", Metron 1, 1921): with five forks a side 0.8 may be 0.3 or 0.95.
 *
 * @param value r, from -1 to 1
 * @param degreesOfFreedom f
 */
public record PooledCorrelation(double value, int degreesOfFreedom) {

    public PooledCorrelation {
        if (!(value >= -1 && value <= 1) || degreesOfFreedom < 1) {
            throw new IllegalArgumentException(
                    "No correlation: [" + value + "] with [" + degreesOfFreedom + "] degrees of freedom");
        }
    }

    /**
     * The correlation of two figures; empty if one of them does not vary.
     *
     * @param ones first figure of every fork, group by group
     * @param others second figure of the same forks in the same order
     */
    public static Optional<PooledCorrelation> of(List<double[]> ones, List<double[]> others) {
        var products = 0.0;
        var squares = 0.0;
        var otherSquares = 0.0;
        var freedom = 0;
        for (var group = 0; group < ones.size(); group++) {
            var one = Moments.of(ones.get(group));
            var other = Moments.of(others.get(group));
            products += products(ones.get(group), one.mean(), others.get(group), other.mean());
            squares += one.squares();
            otherSquares += other.squares();
            freedom += one.count() - 1;
        }
        var scale = Math.sqrt(squares) * Math.sqrt(otherSquares);
        return scale == 0 || freedom == 0
                ? Optional.empty()
                : Optional.of(new PooledCorrelation(Math.max(-1, Math.min(1, products / scale)), freedom));
    }

    /** The correlation less so many standard errors. */
    double lessStandardErrors(double errors) {
        if (Math.abs(value) == 1) {
            return value;
        }
        var fisher = (Math.log1p(value) - Math.log1p(-value)) / 2;
        return Math.tanh(fisher - errors / Math.sqrt(Math.max(1, degreesOfFreedom - 1)));
    }

    private static double products(double[] ones, double mean, double[] others, double otherMean) {
        if (ones.length != others.length) {
            throw new IllegalArgumentException(
                    "A group has [" + ones.length + "] of one figure and [" + others.length + "] of the other");
        }
        var sum = 0.0;
        for (var i = 0; i < ones.length; i++) {
            sum += (ones[i] - mean) * (others[i] - otherMean);
        }
        return sum;
    }
}
