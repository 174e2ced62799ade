package dev.perfbudget.judge;

import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Location;
import dev.perfbudget.statistics.JointBounds;
import dev.perfbudget.statistics.PooledCorrelation;
import dev.perfbudget.statistics.TEstimate;
import java.util.Optional;

/**
 * What is sure at one location: above which ratio the candidate is, and below which.
 *
 * <p>Where the values of each side are all equal, t says nothing of chance and ranks decide alone.
 *
 * @param alpha of both lower bounds together, and of each upper bound
 * @param alphaOfLower what of it the lower bound of this location has
 * @param estimate of the difference of logarithms; empty if nothing is known of chance, or t says nothing
 * @param lower bound of the difference, at {@code alpha} for both locations together; as absent as the estimate
 * @param upper bound of the difference, at {@code alpha}; as absent as the estimate
 */
record LocationBounds(
        Location location,
        Contrast contrast,
        double alpha,
        double alphaOfLower,
        Optional<TEstimate> estimate,
        Optional<Double> lower,
        Optional<Double> upper) {

    private static final double LARGEST = 700;

    static LocationBounds of(
            Location location, Contrast contrast, Optional<PooledCorrelation> correlation, double alpha) {
        var estimate = contrast.estimate().filter(found -> found.standardError() > 0);
        var alphaOfLower = estimate.map(found -> JointBounds.alphaOfEach(alpha, correlation, found.degreesOfFreedom()))
                .orElse(alpha / 2);
        return new LocationBounds(
                location,
                contrast,
                alpha,
                alphaOfLower,
                estimate,
                estimate.map(found -> found.bounds(1 - alphaOfLower).lower()),
                estimate.map(found -> found.bounds(1 - alpha).upper()));
    }

    /** Sure to lie above a threshold. */
    boolean isAbove(double threshold) {
        return lower.map(bound -> bound > threshold).orElseGet(() -> contrast.ranks(threshold)
                .filter(ranks -> ranks.pAtMost() <= alphaOfLower)
                .isPresent());
    }

    /** Sure to lie below a threshold. */
    boolean isBelow(double threshold) {
        return upper.map(bound -> bound < threshold).orElseGet(() -> contrast.ranks(threshold)
                .filter(ranks -> ranks.pAtLeast() <= alpha)
                .isPresent());
    }

    /** How far beyond a threshold the bound is, in standard errors; the point where there are none. */
    double clearance(double threshold) {
        return estimate.flatMap(found -> lower.map(bound -> (bound - threshold) / found.standardError()))
                .orElseGet(() -> contrast.point() - threshold);
    }

    /** The upper bound, or the point where there is none. */
    double highest() {
        return upper.orElseGet(contrast::point);
    }

    /** The ratio with its interval. */
    EffectSize effect() {
        return new EffectSize(
                ratio(contrast.point()),
                lower.flatMap(below ->
                        upper.map(above -> new ConfidenceInterval(ratio(below), ratio(above), 1 - 2 * alpha))));
    }

    /** What a double can hold of it. */
    private static double ratio(double difference) {
        return Math.exp(Math.max(-LARGEST, Math.min(LARGEST, difference)));
    }
}
