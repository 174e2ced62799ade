package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Compares a candidate with a baseline: a pure function of what both measured, and of rules.
 *
 * <p>Every sample of either side gets a verdict: one that the candidate lacks is a failure, one that the baseline lacks
 * has no baseline. Whether two samples are comparable at all is decided before any number is looked at.
 */
public final class Comparer {

    private final ComparisonRules rules;
    private final Thresholds thresholds;
    private final WaiverRule waivers;
    private final Predicate<Waiver> coversMore;

    public Comparer(ComparisonRules rules) {
        this(rules, sample -> rules.slowdown(), waiver -> false);
    }

    /** @param coversMore whether a waiver may cover what nobody asked the candidate for */
    Comparer(ComparisonRules rules, Thresholds thresholds, Predicate<Waiver> coversMore) {
        this.rules = rules;
        this.thresholds = thresholds;
        this.waivers = new WaiverRule(rules.waivers());
        this.coversMore = coversMore;
    }

    /**
     * The decision.
     *
     * @param baseline one for each file; several are several sessions
     * @param candidate likewise
     */
    public SuiteVerdict compare(List<Measurements> baseline, List<Measurements> candidate) {
        var comparability = new Comparability(baseline, candidate);
        var pairs = SamplePair.of(baseline, candidate);
        var comparisons = new SampleComparisons(rules, thresholds, comparability).of(pairs);
        var alphas = SuiteAlphas.of(comparisons, rules);
        var verdicts = IntStream.range(0, pairs.size())
                .mapToObj(i -> judged(pairs.get(i), comparisons.get(i), alphas[i]))
                .sorted(Comparator.comparing(verdict -> verdict.waiver().isEmpty()))
                .toList();
        var comparison = new SuiteComparison(rules, verdicts, geomean(pairs, comparisons));
        return new SuiteVerdict(
                comparison.outcome(),
                rules.policy(),
                List.of(),
                Optional.of(comparison),
                notes(comparability, comparison, baseline, candidate));
    }

    private SampleVerdict judged(SamplePair pair, SampleComparison comparison, double alpha) {
        var sample = pair.any();
        var verdict = comparison.verdict(alpha);
        var waiver = waivers.of(sample.id(), comparison, alpha);
        return new SampleVerdict(
                sample.id(),
                sample.mode(),
                sample.unit(),
                pair.baseline().flatMap(SampleScore::of),
                pair.candidate().flatMap(SampleScore::of),
                verdict,
                waiver.isPresent() ? Outcome.PASSED : outcome(verdict),
                waiver);
    }

    private Outcome outcome(Verdict verdict) {
        return switch (verdict.kind()) {
            case REGRESSED -> Outcome.FAILED;
            case UNCHANGED, IMPROVED, NO_BASELINE -> Outcome.PASSED;
            case INCONCLUSIVE -> rules.policy().outcomeOfOpen();
            case INVALID -> isUnmeasured(verdict) ? Outcome.FAILED : Outcome.INVALID;
        };
    }

    private static boolean isUnmeasured(Verdict verdict) {
        return verdict instanceof Verdict.Invalid invalid && invalid.reason().isUnmeasured();
    }

    private Optional<EffectSize> geomean(List<SamplePair> pairs, List<SampleComparison> comparisons) {
        var timed = IntStream.range(0, pairs.size())
                .filter(i -> isTime(pairs.get(i).any().unit().dimension()))
                .mapToObj(comparisons::get)
                .flatMap(comparison -> comparison.meanRatio().stream())
                .toList();
        return GeometricMean.of(timed, rules.alpha());
    }

    private static boolean isTime(Dimension dimension) {
        return dimension == Dimension.TIME || dimension == Dimension.RATE;
    }

    private List<String> notes(
            Comparability comparability,
            SuiteComparison comparison,
            List<Measurements> baseline,
            List<Measurements> candidate) {
        var notes = new ArrayList<>(waivers.stale(comparison.verdicts(), coversMore));
        notes.addAll(SuiteNotes.of(comparability, comparison));
        Stream.concat(baseline.stream(), candidate.stream())
                .flatMap(side -> side.notes().stream())
                .distinct()
                .forEach(notes::add);
        return notes;
    }
}
