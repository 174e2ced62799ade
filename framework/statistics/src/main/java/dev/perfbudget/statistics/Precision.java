package dev.perfbudget.statistics;

/**
 * How precise an estimate is, or would be.
 *
 * @param standardError not below zero
 * @param degreesOfFreedom of the standard error, above zero; infinite if that is known
 */
public record Precision(double standardError, double degreesOfFreedom) {

    public Precision {
        if (!(standardError >= 0) || Double.isInfinite(standardError) || !(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("No precision: standard error [" + standardError
                    + "], degrees of freedom [" + degreesOfFreedom + "]");
        }
    }
}
