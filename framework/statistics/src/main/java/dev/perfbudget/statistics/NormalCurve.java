package dev.perfbudget.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
final class NormalCurve {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private NormalCurve() {}

    static double density(double z) {
        return STANDARD.density(z);
    }

    /** Φ. */
    static double below(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** The z above which there is the given probability. */
    static double quantileAbove(double probability) {
        return STANDARD.inverseSurvivalProbability(probability);
    }
}
