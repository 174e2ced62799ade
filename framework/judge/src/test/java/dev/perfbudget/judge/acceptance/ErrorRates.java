package dev.perfbudget.judge.acceptance;

import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Verdict.Kind;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How often the judge was wrong about a candidate that is slower by exactly the threshold, so that neither "regressed" nor
 * "unchanged" is right.
 *
 * @param comparisons that were judged
 * @param regressed wrongly
 * @param unchanged wrongly
 * @param alarms of the same forks, how many are called regressed where nothing changed
 * @param quantileCovered intervals of the quantile location that contain the true ratio
 * @param meanCovered intervals of the mean location that contain it
 */
record ErrorRates(int comparisons, int regressed, int unchanged, int alarms, int quantileCovered, int meanCovered) {

    static final double SLOWDOWN = 0.05;
    static final double ALPHA = 0.01;

    private static final double SURE = 0.9995;

    /** Judges so many pairs of sides of a situation. */
    static ErrorRates of(Situation situation, int comparisons, Random random) {
        var regressed = 0;
        var unchanged = 0;
        var alarms = 0;
        var quantile = 0;
        var mean = 0;
        for (var i = 0; i < comparisons; i++) {
            var verdict = situation.verdict(1 + SLOWDOWN, random);
            var comparison = Situation.comparison(verdict);
            regressed += verdict.kind() == Kind.REGRESSED ? 1 : 0;
            unchanged += verdict.kind() == Kind.UNCHANGED ? 1 : 0;
            alarms += isAlarm(comparison.quantile(), comparison.mean()) ? 1 : 0;
            quantile += covers(comparison.quantile()) ? 1 : 0;
            mean += covers(comparison.mean()) ? 1 : 0;
        }
        return new ErrorRates(comparisons, regressed, unchanged, alarms, quantile, mean);
    }

    /** The largest count of errors that chance explains where their probability is alpha, once in 2000 such counts. */
    static int largestByChance(int comparisons) {
        return BinomialDistribution.of(comparisons, ALPHA).inverseCumulativeProbability(SURE);
    }

    /** A count as a percentage of the comparisons. */
    double percent(int count) {
        return 100.0 * count / comparisons;
    }

    /** Divided by the threshold the ratio is 1, and so are all bounds: multiplying only shifts logarithms. */
    private static boolean isAlarm(Optional<EffectSize> quantile, Optional<EffectSize> mean) {
        return Stream.of(quantile, mean)
                .flatMap(Optional::stream)
                .flatMap(effect -> effect.interval().stream())
                .anyMatch(interval -> interval.lower() / (1 + SLOWDOWN) > 1 + SLOWDOWN);
    }

    private static boolean covers(Optional<EffectSize> effect) {
        return effect.flatMap(EffectSize::interval)
                .filter(interval -> interval.lower() <= 1 + SLOWDOWN && interval.upper() >= 1 + SLOWDOWN)
                .isPresent();
    }
}
