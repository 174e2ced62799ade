package dev.perfbudget.statistics;

import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * The smallest effect that a one-sided t test finds with a given power.
 *
 * <p>Formula: {@code δ · standard error} where {@code P(T(f, δ) > t(1 - alpha; f)) = power} with the {@link NoncentralT}
 * distribution, solved by Brent's method. Source: Owen (1968). It is the power
 * beyond the threshold tested against: a slowdown of {@code threshold + effect} is found as regressed with that power.
 *
 * <p>Assumes normal values. With an estimated standard error the effect is as uncertain as that: "about".
 *
 * <p>Small samples: at one degree of freedom and alpha 0.5 % it is some 80 standard errors. No error, no smallest effect:
 * zero.
 */
public final class DetectableEffect {

    private static final double ACCURACY = 1e-9;

    private DetectableEffect() {}

    /**
     * The smallest effect found, in the unit of the standard error.
     *
     * @param precision of the estimate; degrees of freedom below 1 are taken for 1
     * @param alpha of the one-sided test, below 0.5
     * @param power with which the effect is found, above {@code alpha}; 0.8 by convention
     */
    public static double of(Precision precision, double alpha, double power) {
        return precision.standardError() == 0
                ? 0
                : precision.standardError() * noncentrality(precision.degreesOfFreedom(), alpha, power);
    }

    /** How often an effect is found. The inverse of {@link #of}. */
    public static double power(Precision precision, double alpha, double effect) {
        if (precision.standardError() == 0) {
            return effect > 0 ? 1 : 0;
        }
        return test(precision.degreesOfFreedom(), alpha).power(effect / precision.standardError());
    }

    private static double noncentrality(double degreesOfFreedom, double alpha, double power) {
        if (!(FiniteValues.checkProbability("power", power) > alpha)) {
            throw new IllegalArgumentException("A power of [" + power + "] needs no effect at alpha [" + alpha + "]");
        }
        var test = test(degreesOfFreedom, alpha);
        var low = 0.0;
        var high = test.critical() + Math.max(0, t(1 - power, degreesOfFreedom));
        while (test.power(high) < power) {
            low = high;
            high *= 2;
        }
        return new BrentSolver(ACCURACY, ACCURACY, ACCURACY).findRoot(delta -> test.power(delta) - power, low, high);
    }

    private static NoncentralT test(double degreesOfFreedom, double alpha) {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("The alpha is between 0 and 0.5, not [" + alpha + "]");
        }
        return new NoncentralT(Math.max(1, degreesOfFreedom), t(alpha, degreesOfFreedom));
    }

    private static double t(double probability, double degreesOfFreedom) {
        return StudentT.exceededBy(probability, Math.max(1, degreesOfFreedom));
    }
}
