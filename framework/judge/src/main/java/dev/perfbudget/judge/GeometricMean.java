package dev.perfbudget.judge;

import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.statistics.TEstimate;
import dev.perfbudget.statistics.VarianceEstimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The geometric mean of the ratios of means, and between what it lies for these very benchmarks.
 *
 * <p>Formula: on the log scale the plain mean of {@code n} differences; its variance is the sum of those of the
 * differences over {@code n²}, with Satterthwaite's degrees of freedom. What sessions add is common to all benchmarks,
 * as far as anybody knows, and so is not divided. Without an interval if one of the benchmarks has none, as where its values say nothing of chance.
 */
final class GeometricMean {

    private GeometricMean() {}

    /**
     * Empty if there are no ratios.
     *
     * @param alpha of the interval, both sides together
     */
    static Optional<EffectSize> of(List<MeanRatio> ratios, double alpha) {
        if (ratios.isEmpty()) {
            return Optional.empty();
        }
        var contrasts = ratios.stream().map(MeanRatio::withinSessions).toList();
        var ofSessions = ratios.stream()
                .map(MeanRatio::ofSessions)
                .max(Comparator.comparingDouble(VarianceEstimate::variance))
                .orElseThrow();
        var mean = contrasts.stream().mapToDouble(Contrast::point).average().orElseThrow();
        var estimates = contrasts.stream()
                .flatMap(contrast -> contrast.estimate().stream())
                .filter(estimate -> estimate.standardError() > 0 || ofSessions.variance() > 0)
                .toList();
        return Optional.of(new EffectSize(
                Math.exp(mean),
                estimates.size() < contrasts.size()
                        ? Optional.empty()
                        : Optional.of(interval(mean, estimates, ofSessions, alpha))));
    }

    private static ConfidenceInterval interval(
            double mean, List<TEstimate> estimates, VarianceEstimate ofSessions, double alpha) {
        var share = 1.0 / estimates.size() / estimates.size();
        var parts = new ArrayList<VarianceEstimate>();
        estimates.forEach(estimate -> parts.add(new VarianceEstimate(
                share * estimate.standardError() * estimate.standardError(), estimate.degreesOfFreedom())));
        parts.add(ofSessions);
        var variance = VarianceEstimate.sum(parts);
        var bounds =
                new TEstimate(mean, variance.standardDeviation(), variance.degreesOfFreedom()).bounds(1 - alpha / 2);
        return new ConfidenceInterval(Math.exp(bounds.lower()), Math.exp(bounds.upper()), 1 - alpha);
    }
}
