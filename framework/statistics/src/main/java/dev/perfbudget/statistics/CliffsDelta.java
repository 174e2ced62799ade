package dev.perfbudget.statistics;

import java.util.Arrays;

/**
 * How much more often a value of one sample is above one of the other than below it.
 *
 * <p>Formula: {@code δ = (#(c > b) - #(c < b)) / (n m)} over all pairs of a candidate and a baseline value: from -1 (all
 * below) through 0 to 1 (all above). Source: Cliff, "Dominance statistics: ordinal analyses to answer ordinal
 * questions", Psychological Bulletin 114 (1993). Assumes nothing of the distributions; ties count for neither.
 *
 * <p>Small samples: it has few possible values, {@code n m + 1} without ties; of 3 against 3 it is often ±1 by chance.
 */
public final class CliffsDelta {

    private CliffsDelta() {}

    /** The dominance of the candidate over the baseline, from -1 to 1; of at least one value a side. */
    public static double of(double[] baseline, double[] candidate) {
        if (baseline.length == 0 || candidate.length == 0) {
            throw new IllegalArgumentException(
                    "No dominance of [" + candidate.length + "] values over [" + baseline.length + "]");
        }
        FiniteValues.check(baseline);
        var sum = Arrays.stream(FiniteValues.check(candidate))
                .map(value -> Arrays.stream(baseline)
                        .map(other -> Math.signum(value - other))
                        .sum())
                .sum();
        return sum / ((double) baseline.length * candidate.length);
    }
}
