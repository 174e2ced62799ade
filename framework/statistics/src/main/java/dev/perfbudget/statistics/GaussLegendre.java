package dev.perfbudget.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * The integral of a smooth function from zero.
 *
 * <p>Formula: Gauss and Legendre's rule with 16 nodes, exact for polynomials up to degree 31: Abramowitz and Stegun, table
 * 25.4. Commons Math 3 has it; for 16 numbers
 * it is not worth another dependency.
 */
final class GaussLegendre {

    /** On (-1, 1), those above zero. */
    private static final double[] NODES = {
        0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438,
        0.7554044083550030, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
    };

    private static final double[] WEIGHTS = {
        0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767,
        0.1246289712555339, 0.0951585116824928, 0.0622535239386479, 0.0271524594117541
    };

    private GaussLegendre() {}

    static double integral(DoubleUnaryOperator function, double to) {
        var half = to / 2;
        var sum = 0.0;
        for (var i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i]
                    * (function.applyAsDouble(half * (1 - NODES[i])) + function.applyAsDouble(half * (1 + NODES[i])));
        }
        return sum * half;
    }
}
