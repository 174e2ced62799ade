package dev.perfbudget.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate whose distance from the truth, in standard errors, is distributed as Student's t: what it says at any
 * level and against any threshold.
 *
 * @param point the estimate
 * @param standardError of it; zero if the values it comes from were all equal
 * @param degreesOfFreedom of the standard error; infinite if that is known
 */
public record TEstimate(double point, double standardError, double degreesOfFreedom) {

    public TEstimate {
        FiniteValues.check(point, standardError);
        if (!(standardError >= 0) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("No estimate: standard error [" + standardError
                    + "], degrees of freedom [" + degreesOfFreedom + "]");
        }
    }

    static TEstimate of(double point, VarianceEstimate variance) {
        return new TEstimate(point, variance.standardDeviation(), variance.degreesOfFreedom());
    }

    /**
     * {@code point ± t(level; f) · standard error}.
     *
     * @param level of each bound, above 0.5
     */
    public OneSidedBounds bounds(double level) {
        var margin = standardError == 0 ? 0 : StudentT.exceededBy(1 - level, degreesOfFreedom) * standardError;
        return new OneSidedBounds(point, point - margin, point + margin, level);
    }

    /** The p value of "the truth is {@code threshold} or less": small where the estimate lies clearly above. */
    public double pAtMost(double threshold) {
        if (standardError == 0) {
            return point > threshold ? 0 : 1;
        }
        return distribution().survivalProbability((point - threshold) / standardError);
    }

    /** The p value of "the truth is {@code threshold} or more": small where the estimate lies clearly below. */
    public double pAtLeast(double threshold) {
        return new TEstimate(-point, standardError, degreesOfFreedom).pAtMost(-threshold);
    }

    /** How precise the estimate is, whatever it says. */
    public Precision precision() {
        return new Precision(standardError, degreesOfFreedom);
    }

    private TDistribution distribution() {
        return TDistribution.of(degreesOfFreedom);
    }
}
