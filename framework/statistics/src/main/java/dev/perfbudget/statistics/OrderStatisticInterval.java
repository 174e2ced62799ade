package dev.perfbudget.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Bounds of a quantile that are values of the sample: nothing is assumed of its distribution.
 *
 * <p>Formula: with {@code B} binomial of {@code n} values and probability {@code q}, the lower bound is the value of the
 * largest rank {@code l} with {@code P(B >= l) >= level}, the upper one that of the smallest rank {@code u} with {@code P(B
 * <= u - 1) >= level}. Source: Thompson, "On confidence ranges for the median and other expectation distributions",
 * Annals of Mathematical Statistics 7 (1936).
 *
 * <p>Assumes independent values. The bounds hold at least as often as {@code level} says, usually more often: ranks are
 * whole.
 *
 * <p>Small samples: a bound that no rank reaches is absent: the p99 has an upper bound of 99 % from 459 values on, the
 * median has both from seven.
 *
 * @param lower the quantile is above it with at least the probability {@code level}
 * @param upper the quantile is below it with at least the probability {@code level}
 * @param level of each bound
 */
public record OrderStatisticInterval(Optional<Double> lower, Optional<Double> upper, double level) {

    /** The bounds of a quantile, {@code probability} between 0 and 1. */
    public static OrderStatisticInterval of(double[] values, double probability, double level) {
        var below = BinomialDistribution.of(values.length, FiniteValues.checkProbability("probability", probability));
        var sorted = FiniteValues.check(values).clone();
        Arrays.sort(sorted);
        FiniteValues.checkProbability("level", level);
        var lower = lowerRank(below, level, sorted.length);
        var upper = below.inverseCumulativeProbability(level) + 1;
        return new OrderStatisticInterval(valueOf(sorted, lower), valueOf(sorted, upper), level);
    }

    private static int lowerRank(BinomialDistribution below, double level, int most) {
        var rank = Math.min(most, below.inverseCumulativeProbability(1 - level) + 1);
        while (rank > 0 && below.survivalProbability(rank - 1) < level) {
            rank--;
        }
        return rank;
    }

    private static Optional<Double> valueOf(double[] sorted, int rank) {
        return rank < 1 || rank > sorted.length ? Optional.empty() : Optional.of(sorted[rank - 1]);
    }
}
