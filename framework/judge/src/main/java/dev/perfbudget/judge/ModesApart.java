package dev.perfbudget.judge;

import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.TwoModes;
import dev.perfbudget.statistics.FisherExact;
import dev.perfbudget.statistics.ForkModes;
import dev.perfbudget.statistics.NestedMean;
import dev.perfbudget.statistics.PooledT;
import dev.perfbudget.statistics.VarianceEstimate;
import java.util.Optional;

/**
 * Compares the two modes in which the forks of both sides come, each with its like, and how many forks are in which.
 *
 * <p>A fork stands for itself here, whichever block it was in: a block with a fork of each mode says nothing of either.
 * What a block shares therefore stays in the intervals, which are wider for it, and the order of blocks does not matter.
 */
final class ModesApart {

    private static final int TWO = 2;

    private ModesApart() {}

    /**
     * The modes of two sides; empty unless both have two clear ones.
     *
     * @param baseline logarithms of the forks' low quantiles
     * @param candidate likewise
     * @param alpha of each interval, both ends together
     */
    static Optional<TwoModes> of(double[] baseline, double[] candidate, double alpha) {
        var before = ForkModes.clusters(baseline);
        var after = ForkModes.clusters(candidate);
        if (before.size() != TWO || after.size() != TWO) {
            return Optional.empty();
        }
        var inHigher = new Sides(before.get(1).length, after.get(1).length);
        return Optional.of(new TwoModes(
                effect(before.get(0), after.get(0), alpha),
                effect(before.get(1), after.get(1), alpha),
                inHigher,
                FisherExact.p(inHigher.baseline(), baseline.length, inHigher.candidate(), candidate.length)));
    }

    /** One variance for both: forks of a mode vary alike where nothing, or a factor, is between the sides. */
    private static EffectSize effect(double[] baseline, double[] candidate, double alpha) {
        var before = NestedMean.of(baseline);
        var after = NestedMean.of(candidate);
        var variance = PooledT.commonVariance(before, after).orElseThrow();
        var bounds = PooledT.difference(before, after, variance, VarianceEstimate.known(0))
                .bounds(1 - alpha / 2);
        return new EffectSize(
                Math.exp(bounds.point()),
                Optional.of(new ConfidenceInterval(Math.exp(bounds.lower()), Math.exp(bounds.upper()), 1 - alpha)));
    }
}
