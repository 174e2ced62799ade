package dev.perfbudget.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two bounds on the same forks, of which neither may be wrong with more than {@code alpha} in all: how large a part of
 * {@code alpha} each of them may have.
 *
 * <p>Formula: {@code P(T > c)} where either of two correlated t exceeds {@code c} with probability {@code alpha} ({@link
 * BivariateT}). It lies between {@code alpha / 2} (Bonferroni) and {@code alpha} (both are the same figure). The
 * correlation is taken half a standard error (of Fisher's z) smaller than it was found: taken as found, the error is up
 * to 1.09 % of nominal 1 % at five forks a side.
 *
 * <p>Assumes normal values, hence logarithms, and the bivariate t with a common denominator.
 *
 * <p>Small samples: below {@link #FEWEST_DEGREES_OF_FREEDOM} nothing is taken from the correlation, and each bound has
 * {@code alpha / 2}. Realised for normal values at correlations from 0 to 0.99, of nominal 1 %: 0.97 to 1.03 % with 5
 * forks a side, 0.98 to 1.04 % with 10, 0.98 to 1.03 % with 30 (200 000 to 400 000 simulations each).
 */
public final class JointBounds {

    /** With fewer degrees of freedom the correlation says too little: five forks a side have eight. */
    static final int FEWEST_DEGREES_OF_FREEDOM = 8;

    private static final double CAUTION = 0.5;

    private JointBounds() {}

    /**
     * The part of each bound.
     *
     * @param alpha of both together, below 0.5
     * @param correlation of the two figures; empty if it is not known
     * @param degreesOfFreedom of the bound that asks
     */
    public static double alphaOfEach(double alpha, Optional<PooledCorrelation> correlation, double degreesOfFreedom) {
        return correlation
                .filter(found -> found.degreesOfFreedom() >= FEWEST_DEGREES_OF_FREEDOM)
                .map(found -> new BivariateT(found.lessStandardErrors(CAUTION), degreesOfFreedom))
                .map(pair -> alphaOfEach(alpha, pair))
                .orElse(alpha / 2);
    }

    private static double alphaOfEach(double alpha, BivariateT pair) {
        var exceeded = TDistribution.of(pair.degreesOfFreedom()).survivalProbability(pair.exceededByEither(alpha));
        return Math.max(alpha / 2, Math.min(alpha, exceeded));
    }
}
