package dev.perfbudget.judge;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.Side;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Verdict;
import java.util.List;

/** Decides how a pair of samples is compared: not at all, exactly, or as noisy figures. */
final class SampleComparisons {

    private final ComparisonRules rules;
    private final Thresholds thresholds;
    private final Comparability comparability;

    SampleComparisons(ComparisonRules rules, Thresholds thresholds, Comparability comparability) {
        this.rules = rules;
        this.thresholds = thresholds;
        this.comparability = comparability;
    }

    /** The comparisons of pairs, in their order. */
    List<SampleComparison> of(List<SamplePair> pairs) {
        var prepared = pairs.stream().map(this::prepared).toList();
        var knowledge = prepared.stream()
                .flatMap(pair -> pair.noisy().stream())
                .collect(groupingBy(
                        PreparedPair.NoisyPair::metric,
                        collectingAndThen(
                                mapping(PreparedPair.NoisyPair::sides, toList()),
                                sides -> MetricKnowledge.of(sides, rules))));
        return prepared.stream().map(pair -> pair.complete(knowledge)).toList();
    }

    private PreparedPair prepared(SamplePair pair) {
        if (pair.baseline().isEmpty()) {
            return ready(new Undecidable(new Verdict.NoBaseline()));
        }
        return pair.candidate()
                .map(candidate -> prepared(pair.baseline().get(), candidate))
                .orElseGet(() -> invalid(new InvalidReason.Missing()));
    }

    private PreparedPair prepared(SideSample before, SideSample after) {
        var differences = comparability.differences(before, after);
        if (!differences.isEmpty()) {
            return invalid(new InvalidReason.NotComparable(differences));
        }
        var baseline = SampleValues.of(before.sample());
        var candidate = SampleValues.of(after.sample());
        var noNumbers = candidate.whyNoNumbers(Side.CANDIDATE).or(() -> baseline.whyNoNumbers(Side.BASELINE));
        if (noNumbers.isPresent()) {
            return invalid(noNumbers.get());
        }
        return ExactFigures.isExact(before.sample())
                ? exact(before.sample(), baseline, after.sample(), candidate)
                : noisy(before.sample(), baseline, after.sample(), candidate);
    }

    private PreparedPair exact(Sample before, SampleValues baseline, Sample after, SampleValues candidate) {
        var one = ExactFigures.of(before);
        var other = ExactFigures.of(after);
        var hasRatio = one.smallest() > 0 && other.smallest() > 0;
        return (one.agree() && other.agree()) || !hasRatio
                ? ready(new ExactComparison(
                        one, other, ExactFigures.unit(before), sessions(baseline, candidate), rulesOf(before)))
                : noisy(before, baseline, after, candidate);
    }

    private PreparedPair noisy(Sample before, SampleValues baseline, Sample after, SampleValues candidate) {
        var noRatio = candidate.whyNoRatio(Side.CANDIDATE).or(() -> baseline.whyNoRatio(Side.BASELINE));
        if (noRatio.isPresent()) {
            return invalid(noRatio.get());
        }
        if (rules.design() == Design.PAIRED && !Blocks.match(baseline, candidate)) {
            return invalid(new InvalidReason.Unpaired(new Sides(baseline.forks(), candidate.forks())));
        }
        return new PreparedPair.NoisyPair(
                before.id().metric(),
                SidesOfSample.of(baseline, candidate, rules.design()),
                new Sides(unsteady(before), unsteady(after)),
                rulesOf(before));
    }

    private ComparisonRules rulesOf(Sample sample) {
        return rules.withSlowdown(thresholds.of(sample));
    }

    private static Sides sessions(SampleValues baseline, SampleValues candidate) {
        return new Sides(baseline.sessions().size(), candidate.sessions().size());
    }

    private static int unsteady(Sample sample) {
        return Math.toIntExact(sample.sessions().stream()
                .flatMap(session -> session.forks().stream())
                .filter(fork -> !fork.steady())
                .count());
    }

    private static PreparedPair invalid(InvalidReason reason) {
        return ready(new Undecidable(new Verdict.Invalid(reason)));
    }

    private static PreparedPair ready(SampleComparison comparison) {
        return new PreparedPair.Ready(comparison);
    }
}
