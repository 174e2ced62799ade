package dev.perfbudget.judge;

import dev.perfbudget.model.Verdict.Kind;

/**
 * The rule: regressed if either location is sure to be above the threshold; unchanged if both are sure to be below;
 * improved if both are sure to be faster by more than the threshold; else inconclusive.
 *
 * @param decisive the location that decided, or that keeps it open
 */
record Decision(Kind kind, LocationBounds decisive) {

    /**
     * The decision of both locations.
     *
     * @param threshold {@code ln(1 + slowdown)}
     */
    static Decision of(LocationBounds quantile, LocationBounds mean, double threshold) {
        if (quantile.isAbove(threshold) || mean.isAbove(threshold)) {
            return new Decision(Kind.REGRESSED, clearest(quantile, mean, threshold));
        }
        var highest = quantile.highest() > mean.highest() ? quantile : mean;
        if (quantile.isBelow(-threshold) && mean.isBelow(-threshold)) {
            return new Decision(Kind.IMPROVED, highest);
        }
        if (quantile.isBelow(threshold) && mean.isBelow(threshold)) {
            return new Decision(Kind.UNCHANGED, highest);
        }
        return new Decision(
                Kind.INCONCLUSIVE,
                quantile.contrast().point() > threshold || mean.contrast().point() > threshold
                        ? clearest(quantile, mean, threshold)
                        : highest);
    }

    private static LocationBounds clearest(LocationBounds quantile, LocationBounds mean, double threshold) {
        if (quantile.isAbove(threshold) != mean.isAbove(threshold)) {
            return quantile.isAbove(threshold) ? quantile : mean;
        }
        return quantile.clearance(threshold) > mean.clearance(threshold) ? quantile : mean;
    }
}
