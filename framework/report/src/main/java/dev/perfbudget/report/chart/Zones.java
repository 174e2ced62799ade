package dev.perfbudget.report.chart;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ExactDifference;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;

/**
 * Where a ratio is improved, within the threshold, regressed.
 *
 * @param improved ratios below it are
 * @param regressed ratios above it are
 * @param within what is in between, in words
 */
record Zones(double improved, double regressed, String within) {

    private static final double SMALLEST = 1e-3;
    private static final int DIGITS = 4;

    static Zones of(Comparison comparison) {
        return comparison
                .exact()
                .filter(exact -> exact.baseline().value() > 0)
                .map(Zones::of)
                .orElseGet(() -> ofSlowdown(comparison.slowdown()));
    }

    static Zones ofSlowdown(double slowdown) {
        return new Zones(
                1 / (1 + slowdown),
                1 + slowdown,
                "within " + new Quantity(100 * slowdown, Unit.PERCENT).printAsIs(DIGITS));
    }

    private static Zones of(ExactDifference exact) {
        var share =
                exact.tolerance().in(exact.baseline().unit()) / exact.baseline().value();
        return new Zones(
                Math.max(SMALLEST, 1 - share),
                1 + share,
                "within " + exact.tolerance().printAsIs(2));
    }

    /** How far a picture reaches at least, as a logarithm. */
    double reach() {
        return 2.4 * Math.max(Math.log(regressed), -Math.log(improved));
    }
}
