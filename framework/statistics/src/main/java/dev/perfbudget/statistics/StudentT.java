package dev.perfbudget.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Quantiles of Student's t.
 *
 * <p>Formula: Hill's expansion, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13 (1970), which is right
 * to some six digits, mended by Halley's steps on the distribution function of Commons Statistics until nothing changes.
 * Commons Statistics searches the quantile with a dozen evaluations of that function where this needs two: a comparison asks
 * for some twenty quantiles.
 */
final class StudentT {

    private static final double FEWEST = 2;
    private static final double AS_GOOD_AS_INFINITE = 1e7;
    private static final int MOST_STEPS = 6;
    private static final double ACCURACY = 1e-9;

    private StudentT() {}

    /** How likely t exceeds a value. */
    static double exceeds(double value, double freedom) {
        return TDistribution.of(freedom).survivalProbability(value);
    }

    /**
     * What t exceeds with a probability.
     *
     * @param probability between 0 and 1
     * @param freedom degrees of freedom above zero; infinite for the normal distribution
     */
    static double exceededBy(double probability, double freedom) {
        if (probability > 0.5) {
            return -exceededBy(1 - probability, freedom);
        }
        var distribution = TDistribution.of(freedom);
        if (freedom <= FEWEST || freedom > AS_GOOD_AS_INFINITE || probability <= 0) {
            return distribution.inverseSurvivalProbability(probability);
        }
        var t = hill(2 * probability, freedom);
        for (var step = 0; step < MOST_STEPS; step++) {
            var newton = (distribution.survivalProbability(t) - probability) / distribution.density(t);
            var halley = newton / (1 - newton * (freedom + 1) * t / (freedom + t * t) / 2);
            t += halley;
            if (Math.abs(halley) <= ACCURACY * Math.abs(t) || t == 0) {
                return t;
            }
        }
        return distribution.inverseSurvivalProbability(probability);
    }

    /** The quantile of both tails together. */
    private static double hill(double tails, double n) {
        var a = 1 / (n - 0.5);
        var b = 48 / (a * a);
        var c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
        var d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt(a * Math.PI / 2) * n;
        var y = Math.pow(d * tails, 2 / n);
        return Math.sqrt(n * (y > 0.05 + a ? nearNormal(tails, n, a, b, c, d) : inTheTail(y, n, d)));
    }

    private static double inTheTail(double y, double n, double d) {
        return ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1)
                        * (n + 1)
                        / (n + 2)
                + 1 / y;
    }

    private static double nearNormal(double tails, double n, double a, double b, double c, double d) {
        var x = NormalDistribution.of(0, 1).inverseCumulativeProbability(tails / 2);
        var square = x * x;
        var widened = n < 5 ? c + 0.3 * (n - 4.5) * (x + 0.6) : c;
        var scale = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + widened;
        var corrected = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / scale - square - 3) / b + 1) * x;
        return Math.expm1(a * corrected * corrected);
    }
}
