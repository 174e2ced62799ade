package dev.perfbudget.statistics;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The power of a one-sided t test: how often Student's t exceeds its critical value when the truth is {@code δ} standard
 * errors away. Commons Statistics has no noncentral t.
 *
 * <p>Formula: {@code P(T > t) = ∫ Φ(δ - t s) g(s) ds} over the density {@code g} of {@code s = √(χ²(f) / f)}. Below {@code
 * s = (δ - 8.5) / t} the integrand is {@code g} to sixteen digits, above {@code (δ + 8.5) / t} it is nothing; in between,
 * and no further than {@code s} ranges, it is integrated by Gauss and Legendre in {@value #PANELS} panels. Source: Owen,
 * "A survey of properties and applications of the noncentral t-distribution", Technometrics 10 (1968). The usual series
 * (algorithm AS 243) loses all digits where {@code exp(-δ²/2)} underflows, which two forks and a small alpha reach.
 */
final class NoncentralT {

    private static final int PANELS = 12;
    private static final double REACH = 8.5;
    private static final double LARGEST = 1e6;
    /** Standard deviations beyond which there is less than 1e-14. */
    private static final double BEYOND = 8;

    /** Nodes and weights of the 8-point rule on (-1, 1), those above zero: Abramowitz and Stegun, table 25.4. */
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };

    private final double freedom;
    private final double critical;
    private final ChiSquaredDistribution chiSquared;
    private final double scale;
    private final double least;
    private final double most;

    /**
     * Student's t and its critical value.
     *
     * @param freedom degrees of freedom, at least 1; infinite for a normal test
     * @param critical value above zero
     */
    NoncentralT(double freedom, double critical) {
        this.freedom = freedom;
        this.critical = critical;
        this.chiSquared = ChiSquaredDistribution.of(Math.min(freedom, LARGEST));
        this.scale = Math.log(4) + freedom / 2 * Math.log(freedom / 2) - LogGamma.value(freedom / 2);
        this.least = Math.max(0, nearlyAll(-BEYOND));
        this.most = nearlyAll(BEYOND);
    }

    double critical() {
        return critical;
    }

    /** The probability of exceeding the critical value. */
    double power(double delta) {
        if (isNormal()) {
            return NormalCurve.below(delta - critical);
        }
        var from = Math.max(least, (delta - REACH) / critical);
        var to = Math.min(most, (delta + REACH) / critical);
        var certain = from > least ? chiSquared.cumulativeProbability(freedom * from * from) : 0;
        return to <= from
                ? Math.min(1, certain)
                : Math.min(1, certain + integral(delta, Math.sqrt(from), Math.sqrt(to)));
    }

    private double integral(double delta, double from, double to) {
        var half = (to - from) / PANELS / 2;
        var sum = 0.0;
        for (var panel = 0; panel < PANELS; panel++) {
            var middle = from + (2 * panel + 1) * half;
            for (var i = 0; i < NODES.length; i++) {
                sum += WEIGHTS[i]
                        * (integrand(delta, middle - NODES[i] * half) + integrand(delta, middle + NODES[i] * half));
            }
        }
        return sum * half;
    }

    /** Over the root of s, in which the density is smooth at zero even with few degrees of freedom. */
    private double integrand(double delta, double root) {
        var s = root * root;
        return NormalCurve.below(delta - critical * s)
                * Math.exp(scale + (2 * freedom - 1) * Math.log(root) - freedom * s * s / 2);
    }

    /** Where s ranges, and rather more: the cube root of χ² is nearly normal (Wilson and Hilferty 1931). */
    private double nearlyAll(double deviations) {
        var variance = 2 / (9 * Math.min(freedom, LARGEST));
        var root = 1 - variance + deviations * Math.sqrt(variance);
        return Math.signum(root) * Math.pow(Math.abs(root), 1.5);
    }

    private boolean isNormal() {
        return freedom > LARGEST;
    }
}
