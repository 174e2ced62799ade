package dev.perfbudget.statistics;

import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * The larger of two correlated values of Student's t.
 *
 * <p>Formula: {@code P(T1 > c or T2 > c) = P(T > c) + 1/π ∫ (1 + c² / (f cos² φ))^(-f/2) dφ} from 0 to {@code arccos(ρ) / 2},
 * for {@code c > 0}: the bivariate t in polar coordinates, where it lies beyond {@code r} with probability {@code
 * (1 + r²/f)^(-f/2)} in every direction alike, and the two half-planes have an angle of {@code arccos ρ} between them.
 * Gauss and Legendre's rule has ten digits of it.
 * With {@code ρ = 1} it is one t distribution. Source: Dunnett and Sobel, "A bivariate generalization of Student's
 * t-distribution", Biometrika 41 (1954), who give it for whole degrees of freedom. Commons Statistics has no bivariate
 * distribution.
 *
 * <p>Assumes one estimate of variance behind both; with one each the larger exceeds somewhat more often, at most with
 * {@code 2 P(T > c)}.
 *
 * @param correlation ρ, from -1 to 1
 * @param degreesOfFreedom f, above zero, or infinite for the bivariate normal
 */
record BivariateT(double correlation, double degreesOfFreedom) {

    private static final double AS_GOOD_AS_INFINITE = 1e7;
    private static final double ACCURACY = 1e-8;

    BivariateT {
        if (!(correlation >= -1 && correlation <= 1) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException(
                    "No bivariate t: correlation [" + correlation + "], degrees of freedom [" + degreesOfFreedom + "]");
        }
    }

    /** How likely at least one of both exceeds {@code c}, which is above zero. */
    double eitherExceeds(double c) {
        return StudentT.exceeds(c, degreesOfFreedom)
                + GaussLegendre.integral(angle -> beyond(c / Math.cos(angle)), Math.acos(correlation) / 2) / Math.PI;
    }

    /** What at least one of both exceeds with probability {@code alpha}, below 0.5. */
    double exceededByEither(double alpha) {
        var low = StudentT.exceededBy(alpha, degreesOfFreedom);
        var high = StudentT.exceededBy(alpha / 2, degreesOfFreedom);
        if (eitherExceeds(low) <= alpha) {
            return low;
        }
        return eitherExceeds(high) >= alpha
                ? high
                : new BrentSolver(ACCURACY, ACCURACY, ACCURACY).findRoot(c -> eitherExceeds(c) - alpha, low, high);
    }

    private double beyond(double radius) {
        var square = radius * radius;
        return degreesOfFreedom > AS_GOOD_AS_INFINITE
                ? Math.exp(-square / 2)
                : Math.exp(-degreesOfFreedom / 2 * Math.log1p(square / degreesOfFreedom));
    }
}
