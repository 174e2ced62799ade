package dev.perfbudget.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How often something may happen that was seen in few of many cases.
 *
 * <p>Formula: the upper bound of {@code k} in {@code n} is the {@code level} quantile of the Beta distribution with {@code
 * k + 1} and {@code n - k}; if it was never seen, {@code 1 - (1 - level)^(1/n)}. Source: Clopper and Pearson, "The use of
 * confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934).
 *
 * <p>Assumes independent cases with the same chance. Small samples: exact, so never too low; if it was seen always, 1.
 */
public final class RareEvents {

    private RareEvents() {}

    /**
     * The rate that is not exceeded, surely at a level.
     *
     * @param seen at most {@code cases}
     * @param cases at least one
     * @param level one-sided, between 0 and 1
     */
    public static double highestRate(int seen, int cases, double level) {
        if (cases < 1 || seen < 0 || seen > cases) {
            throw new IllegalArgumentException("[" + seen + "] of [" + cases + "] cases is no count");
        }
        FiniteValues.checkProbability("level", level);
        return seen == cases
                ? 1
                : BetaDistribution.of(seen + 1.0, cases - (double) seen).inverseCumulativeProbability(level);
    }
}
