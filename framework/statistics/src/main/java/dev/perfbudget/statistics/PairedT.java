package dev.perfbudget.statistics;

import java.util.Optional;

/**
 * The mean of differences within pairs.
 *
 * <p>Formula: {@code mean(d) ± t(level; n - 1) · s / √n}. Source: Student, "The probable error of a mean", Biometrika 6
 * (1908). Assumes independent, normal differences: whatever both values of a pair share has dropped out. Commons
 * Statistics has the test, not the interval.
 *
 * <p>Small samples: one pair says nothing of chance. Equal differences have a standard error of zero.
 */
public final class PairedT {

    private PairedT() {}

    /** The mean of the differences (candidate minus baseline, one a pair); empty for fewer than two. */
    public static Optional<TEstimate> of(double[] differences) {
        if (differences.length < 2) {
            return Optional.empty();
        }
        var moments = Moments.of(differences);
        return moments.variance().map(variance -> TEstimate.of(moments.mean(), variance.scaled(1.0 / moments.count())));
    }

    /** How precise the mean would be with {@code more} pairs, if they vary as these do; empty for fewer than two. */
    public static Optional<Precision> precisionWithMore(int more, double[] differences) {
        return differences.length < 2
                ? Optional.empty()
                : Moments.of(differences)
                        .variance()
                        .map(variance -> new Precision(
                                Math.sqrt(variance.variance() / (differences.length + more)),
                                variance.degreesOfFreedom() + more));
    }
}
