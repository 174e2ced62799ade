package dev.perfbudget.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The difference of two means whose values vary alike on both sides, with a variance between sessions in it.
 *
 * <p>Formula: {@code D = mean(candidate) - mean(baseline)} with the variance {@code τ² (1 / k_B + 1 / k_C) + σ² (share_B +
 * share_C)} (see {@link NestedMean}), {@code σ²} pooled over both sides with all their degrees of freedom, and
 * Satterthwaite's degrees of freedom for the sum. With one session a side and {@code τ² = 0} this is Student's test.
 * Source: Student (1908); Satterthwaite (1946).
 *
 * <p>Assumes that both sides have one variance, as the logarithms have of two sides that differ by nothing or by a
 * factor. Where they have not, it depends on the counts: with as many forks on both sides the standard error is that of
 * {@link WelchT}, and only the degrees of freedom are too many; else it may be wrong altogether (5 % of nominal 1 % for 5
 * against 10 forks when the 5 vary four times as much). Hence {@link #applies}.
 *
 * <p>Small samples: exact for normal values of one variance, from two a side on; where one side's standard deviation is four
 * times the other's a bound of nominal 1 % is wrong in 2.1 % (3 against 3), 1.8 % (5), 1.4 % (10), 1.1 % (30).
 */
public final class PooledT {

    private PooledT() {}

    /** Whether there are as many sessions and forks on both sides, and a variance on each. */
    public static boolean applies(NestedMean baseline, NestedMean candidate) {
        return baseline.values() == candidate.values()
                && baseline.sessions() == candidate.sessions()
                && baseline.withinSessions().isPresent()
                && candidate.withinSessions().isPresent();
    }

    /** The variance between forks that both sides have in common; empty if neither side knows one. */
    public static Optional<VarianceEstimate> commonVariance(NestedMean baseline, NestedMean candidate) {
        return VarianceEstimate.pooled(List.of(baseline, candidate).stream()
                .flatMap(side -> side.withinSessions().stream())
                .toList());
    }

    /**
     * The difference of the means of two sides.
     *
     * @param common variance between forks: {@link #commonVariance}, or a moderated one
     * @param betweenSessions {@code τ²}, the same one for both sides
     */
    public static TEstimate difference(
            NestedMean baseline, NestedMean candidate, VarianceEstimate common, VarianceEstimate betweenSessions) {
        return TEstimate.of(candidate.mean() - baseline.mean(), variance(baseline, candidate, common, betweenSessions));
    }

    /** How precise the difference would be with {@code more} forks a side, if they vary as the present ones do. */
    public static Precision precisionWithMore(
            int more,
            NestedMean baseline,
            NestedMean candidate,
            VarianceEstimate common,
            VarianceEstimate betweenSessions) {
        var better = new VarianceEstimate(common.variance(), common.degreesOfFreedom() + 2.0 * more);
        var variance = variance(baseline.withMore(more), candidate.withMore(more), better, betweenSessions);
        return new Precision(variance.standardDeviation(), variance.degreesOfFreedom());
    }

    private static VarianceEstimate variance(
            NestedMean baseline, NestedMean candidate, VarianceEstimate common, VarianceEstimate betweenSessions) {
        return VarianceEstimate.sum(List.of(
                betweenSessions.scaled(1.0 / baseline.sessions() + 1.0 / candidate.sessions()),
                common.scaled(baseline.share() + candidate.share())));
    }
}
