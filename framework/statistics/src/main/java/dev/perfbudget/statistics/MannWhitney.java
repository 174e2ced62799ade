package dev.perfbudget.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Whether values of one sample tend to be larger than those of another, by ranks alone.
 *
 * <p>Formula: {@code U = #(c - threshold > b) + #(c - threshold = b) / 2} over all pairs; the p value is the share of all
 * {@code (n + m)! / (n! m!)} ways to deal the pooled values out to both sides that give at least (at most) this {@code U},
 * ties and all. Counted up to {@value #MOST_COUNTED} values; beyond, the normal approximation with the variance of
 * tied ranks and a continuity correction. Sources: Mann and Whitney, "On a test of whether one of two random variables
 * is stochastically larger than the other", Annals of Mathematical Statistics 18 (1947); counting by Streitberg and
 * Röhmel, "Exact distributions for permutation and rank tests", Statistical Software Newsletter 12 (1986). Commons
 * Statistics counts only where there are no ties, hence this one.
 *
 * <p>Assumes independent values, and under the hypothesis the same distribution, shifted by the threshold: in sessions
 * that differ it speaks of the sessions, not of the build.
 *
 * <p>Small samples: the smallest p value is {@code n! m! / (n + m)!}: 0.05 for 3 against 3, 0.004 for 5 against 5. So it
 * stands beside the t test and decides nothing.
 */
public final class MannWhitney {

    private static final int MOST_COUNTED = 40;

    private MannWhitney() {}

    /** The test of a shift of the candidate against the baseline; empty if a side has no value. */
    public static Optional<RankTest> of(double[] baseline, double[] candidate, double threshold) {
        FiniteValues.check(baseline);
        FiniteValues.check(candidate);
        if (baseline.length == 0 || candidate.length == 0) {
            return Optional.empty();
        }
        var shifted = Arrays.stream(candidate).map(value -> value - threshold);
        var ranks = Midranks.of(
                DoubleStream.concat(shifted, Arrays.stream(baseline)).toArray());
        return Optional.of(
                baseline.length + candidate.length <= MOST_COUNTED
                        ? counted(ranks.smallest(), candidate.length)
                        : approximated(ranks, baseline.length, candidate.length));
    }

    /**
     * {@code counts[size][sum]}: how many sets of so many ranks have this sum; only sizes that can still become the whole
     * one are counted, and only sums that as many of the ranks so far can have.
     */
    private static RankTest counted(int[] ranks, int size) {
        var sorted = ranks.clone();
        Arrays.sort(sorted);
        var sums = sumsOfSmallest(sorted);
        var counts = new double[size + 1][sums[sorted.length] - sums[sorted.length - size] + 1];
        counts[0][0] = 1;
        for (var taken = 1; taken <= sorted.length; taken++) {
            var rank = sorted[taken - 1];
            var smallest = Math.max(1, size - (sorted.length - taken));
            for (var k = Math.min(size, taken); k >= smallest; k--) {
                var largestSum = sums[taken] - sums[taken - k];
                for (var sum = Math.max(rank, sums[k]); sum <= largestSum; sum++) {
                    counts[k][sum] += counts[k - 1][sum - rank];
                }
            }
        }
        return RankTest.counted(counts[size], Arrays.stream(ranks, 0, size).sum());
    }

    private static int[] sumsOfSmallest(int[] sorted) {
        var sums = new int[sorted.length + 1];
        for (var i = 0; i < sorted.length; i++) {
            sums[i + 1] = sums[i] + sorted[i];
        }
        return sums;
    }

    private static RankTest approximated(Midranks ranks, double n, double m) {
        var all = n + m;
        var sum = Arrays.stream(ranks.doubled(), 0, (int) m).sum() / 2.0;
        var variance = n * m / 12 * (all + 1 - ranks.tieTerm() / (all * (all - 1)));
        return RankTest.approximated(sum - m * (m + 1) / 2, n * m / 2, variance);
    }
}
