package dev.perfbudget.statistics;

import java.util.List;
import java.util.Optional;

/**
 * A variance and how well it is known: estimated, it is distributed as {@code σ² χ²(f) / f}.
 *
 * @param variance not below zero
 * @param degreesOfFreedom {@code f}, above zero; infinite if the variance is known
 */
public record VarianceEstimate(double variance, double degreesOfFreedom) {

    public VarianceEstimate {
        if (!(variance >= 0) || Double.isInfinite(variance)) {
            throw new IllegalArgumentException("A variance is finite and not below zero, not [" + variance + "]");
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("Degrees of freedom are above zero, not [" + degreesOfFreedom + "]");
        }
    }

    /** The variance of a sample, {@code Σ (x - mean)² / (n - 1)} with {@code n - 1} degrees of freedom; empty for fewer than two. */
    public static Optional<VarianceEstimate> of(double[] values) {
        return values.length < 2 ? Optional.empty() : Moments.of(values).variance();
    }

    /** A variance that is given, not estimated. */
    public static VarianceEstimate known(double variance) {
        return new VarianceEstimate(variance, Double.POSITIVE_INFINITY);
    }

    /** The same variance of something {@code √factor} times as large: of a mean of n values {@code factor = 1 / n}. */
    public VarianceEstimate scaled(double factor) {
        return new VarianceEstimate(variance * factor, degreesOfFreedom);
    }

    /** The square root of the variance. */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    /**
     * The variance of a sum of independent parts.
     *
     * <p>Formula: {@code v = Σ v[i]}, {@code f = v² / Σ (v[i]² / f[i])}. Source: Satterthwaite, "An approximate
     * distribution of estimates of variance components", Biometrics Bulletin 2 (1946). Parts that are all zero have the
     * degrees of freedom of all estimated ones together.
     *
     * @param parts estimated independently of each other; not empty
     */
    public static VarianceEstimate sum(List<VarianceEstimate> parts) {
        var sum = parts.stream().mapToDouble(VarianceEstimate::variance).sum();
        if (sum == 0) {
            return new VarianceEstimate(0, freedomOf(parts));
        }
        var inverse = parts.stream()
                .mapToDouble(part -> part.variance / sum * (part.variance / sum) / part.degreesOfFreedom)
                .sum();
        return new VarianceEstimate(sum, 1 / inverse);
    }

    private static double freedomOf(List<VarianceEstimate> zeros) {
        var estimated = zeros.stream()
                .mapToDouble(VarianceEstimate::degreesOfFreedom)
                .filter(Double::isFinite)
                .sum();
        return estimated == 0 ? Double.POSITIVE_INFINITY : estimated;
    }

    /**
     * One variance that was estimated several times: the mean, weighted by the degrees of freedom, which add up. Empty
     * if there are none; if some are known, their plain mean.
     */
    public static Optional<VarianceEstimate> pooled(List<VarianceEstimate> estimates) {
        var known = estimates.stream()
                .filter(estimate -> Double.isInfinite(estimate.degreesOfFreedom))
                .mapToDouble(VarianceEstimate::variance)
                .average();
        if (known.isPresent()) {
            return Optional.of(known(known.getAsDouble()));
        }
        var freedom = estimates.stream()
                .mapToDouble(VarianceEstimate::degreesOfFreedom)
                .sum();
        if (estimates.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new VarianceEstimate(
                estimates.stream()
                        .mapToDouble(estimate -> estimate.variance * (estimate.degreesOfFreedom / freedom))
                        .sum(),
                freedom));
    }
}
