package dev.perfbudget.statistics;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * How many standard deviations two means are apart.
 *
 * <p>Formula: {@code d = (mean(candidate) - mean(baseline)) / s} with the pooled standard deviation {@code s} of {@code f
 * = n + m - 2} degrees of freedom; of pairs, the mean of their differences over the standard deviation of those, {@code f
 * = n - 1}. {@code g = d · J(f)}, {@code J(f) = Γ(f / 2) / (√(f / 2) Γ((f - 1) / 2))}, is unbiased for normal values of
 * one variance. Sources: Cohen, "Statistical power analysis for the behavioral sciences", 2nd ed. (1988); Hedges,
 * "Distribution theory for Glass's estimator of effect size and related estimators", Journal of Educational Statistics
 * 6 (1981), with the exact factor rather than its approximation {@code 1 - 3 / (4 f - 1)}.
 *
 * <p>Small samples: below two degrees of freedom the correction is undefined, and values that are all equal have no
 * standard deviation to count in: both have no effect size.
 *
 * @param d as observed
 * @param hedgesG without the bias that {@code d} has away from zero
 */
public record CohensD(double d, double hedgesG) {

    public CohensD {
        FiniteValues.check(d, hedgesG);
    }

    /** The effect size of two samples. */
    public static Optional<CohensD> of(double[] baseline, double[] candidate) {
        var base = Moments.of(baseline);
        var other = Moments.of(candidate);
        return VarianceEstimate.pooled(List.of(base, other).stream()
                        .flatMap(moments -> moments.variance().stream())
                        .toList())
                .flatMap(variance -> of(other.mean() - base.mean(), variance));
    }

    /** The effect size of differences within pairs. */
    public static Optional<CohensD> ofPairs(double[] differences) {
        var moments = Moments.of(differences);
        return moments.variance().flatMap(variance -> of(moments.mean(), variance));
    }

    private static Optional<CohensD> of(double difference, VarianceEstimate variance) {
        var d = difference / variance.standardDeviation();
        var freedom = variance.degreesOfFreedom();
        return freedom < 2 || !Double.isFinite(d)
                ? Optional.empty()
                : Optional.of(new CohensD(d, d * correction(freedom)));
    }

    private static double correction(double freedom) {
        return Math.exp(LogGamma.value(freedom / 2) - LogGamma.value((freedom - 1) / 2)) / Math.sqrt(freedom / 2);
    }
}
