package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SessionSpread;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Significance;
import dev.perfbudget.model.Strength;
import dev.perfbudget.model.Verdict;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/** Compares two samples by Welch's interval of the difference of their forks' log means. */
final class SampleComparison {

    private final Sample baseline;
    private final Sample candidate;
    private final ComparisonRules rules;

    SampleComparison(Sample baseline, Sample candidate, ComparisonRules rules) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.rules = rules;
    }

    Verdict verdict() {
        var before = logMeans(baseline);
        var after = logMeans(candidate);
        var ratio = Math.exp(mean(after) - mean(before));
        if (before.length < 2 || after.length < 2) {
            return new Verdict.Inconclusive(comparison(new EffectSize(ratio, Optional.empty())));
        }
        var interval = interval(before, after);
        var comparison = comparison(new EffectSize(ratio, Optional.of(interval)));
        if (interval.lower() > 1 + rules.slowdown()) {
            return new Verdict.Regressed(comparison);
        }
        if (interval.upper() < 1 / (1 + rules.slowdown())) {
            return new Verdict.Improved(comparison);
        }
        return interval.upper() < 1 + rules.slowdown()
                ? new Verdict.Unchanged(comparison)
                : new Verdict.Inconclusive(comparison);
    }

    private ConfidenceInterval interval(double[] before, double[] after) {
        var one = variance(before) / before.length;
        var other = variance(after) / after.length;
        var sessions = 2 * rules.sessionSd() * rules.sessionSd();
        var freedom = Math.max(
                1,
                (one + other)
                        * (one + other)
                        / Math.max(
                                Double.MIN_NORMAL,
                                one * one / (before.length - 1) + other * other / (after.length - 1)));
        var margin = TDistribution.of(freedom).inverseCumulativeProbability(1 - rules.alpha())
                * Math.sqrt(one + other + sessions);
        var difference = mean(after) - mean(before);
        return new ConfidenceInterval(
                Math.exp(difference - margin), Math.exp(difference + margin), 1 - 2 * rules.alpha());
    }

    private Comparison comparison(EffectSize effect) {
        var forks = new Sides(baseline.forks(), candidate.forks());
        return new Comparison(
                Location.MEAN,
                rules.design(),
                Optional.of(effect),
                Optional.empty(),
                Optional.of(effect),
                Optional.empty(),
                rules.slowdown(),
                rules.alpha(),
                forks,
                new Sides(baseline.sessions().size(), candidate.sessions().size()),
                new SessionSpread(
                        rules.sessionSd(),
                        rules.sessionSd() == 0 ? SessionSpread.Origin.NONE : SessionSpread.Origin.ASSUMED),
                new Sides(unsteady(baseline), unsteady(candidate)),
                new Sides(1, 1),
                new Significance(OptionalDouble.empty(), OptionalDouble.empty()),
                new Strength(OptionalDouble.empty(), OptionalDouble.empty()),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static int unsteady(Sample sample) {
        return Math.toIntExact(sample.sessions().stream()
                .flatMap(session -> session.forks().stream())
                .filter(fork -> !fork.steady())
                .count());
    }

    private static double[] logMeans(Sample sample) {
        var sign = sample.unit().dimension() == Dimension.RATE ? -1 : 1;
        return sample.sessions().stream()
                .flatMap(session -> session.forks().stream())
                .mapToDouble(fork -> sign * Math.log(meanOf(fork)))
                .toArray();
    }

    private static double meanOf(ForkSample fork) {
        return fork.values().stream().mapToDouble(value -> value).average().orElseThrow();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        var mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
