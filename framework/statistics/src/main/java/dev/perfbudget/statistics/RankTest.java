package dev.perfbudget.statistics;

/**
 * What a test by ranks says of a threshold.
 *
 * @param pAtMost p value of "the shift is the threshold or less": small where values lie clearly above
 * @param pAtLeast p value of "the shift is the threshold or more"
 * @param exact whether every permutation was counted; else a normal approximation
 */
public record RankTest(double pAtMost, double pAtLeast, boolean exact) {

    public RankTest {
        if (!(pAtMost >= 0 && pAtMost <= 1 && pAtLeast >= 0 && pAtLeast <= 1)) {
            throw new IllegalArgumentException("No p values: [" + pAtMost + "], [" + pAtLeast + "]");
        }
    }

    /** From how many of all equally likely outcomes have each value of a statistic, at index {@code observed}. */
    static RankTest counted(double[] counts, int observed) {
        var below = 0.0;
        var above = 0.0;
        for (var i = 0; i < counts.length; i++) {
            below += i < observed ? counts[i] : 0;
            above += i > observed ? counts[i] : 0;
        }
        var all = below + above + counts[observed];
        return new RankTest((above + counts[observed]) / all, (below + counts[observed]) / all, true);
    }

    /** By the normal approximation, with the half that makes a step of a whole number continuous. */
    static RankTest approximated(double statistic, double mean, double variance) {
        if (variance == 0) {
            return new RankTest(1, 1, false);
        }
        var error = Math.sqrt(variance);
        return new RankTest(
                NormalCurve.below((mean - statistic + 0.5) / error),
                NormalCurve.below((statistic - mean + 0.5) / error),
                false);
    }
}
