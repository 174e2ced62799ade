package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares a candidate with a baseline: a pure function of what both measured, and of rules.
 *
 * <p>Every sample of either side gets a verdict: one that the candidate lacks is a failure, one that the baseline lacks
 * has no baseline.
 */
public final class Comparer {

    private final ComparisonRules rules;

    public Comparer(ComparisonRules rules) {
        this.rules = rules;
    }

    /**
     * The decision.
     *
     * @param baseline one for each file; several are several sessions
     * @param candidate likewise
     */
    public SuiteVerdict compare(List<Measurements> baseline, List<Measurements> candidate) {
        var baselines = bySample(baseline);
        var candidates = bySample(candidate);
        var compared = baselines.entrySet().stream().map(entry -> Optional.ofNullable(candidates.get(entry.getKey()))
                .map(found -> verdict(found, new SampleComparison(entry.getValue(), found, rules).verdict()))
                .orElseGet(() -> verdict(entry.getValue(), new Verdict.Invalid(new InvalidReason.Missing()))));
        var added = candidates.entrySet().stream()
                .filter(entry -> !baselines.containsKey(entry.getKey()))
                .map(entry -> verdict(entry.getValue(), new Verdict.NoBaseline()));
        return suite(
                Stream.concat(compared, added).toList(),
                Stream.concat(baseline.stream(), candidate.stream())
                        .flatMap(side -> side.notes().stream())
                        .distinct()
                        .toList());
    }

    private SuiteVerdict suite(List<SampleVerdict> verdicts, List<String> notes) {
        var comparison = new SuiteComparison(rules, verdicts, Optional.empty());
        return new SuiteVerdict(outcome(comparison), rules.policy(), List.of(), Optional.of(comparison), notes);
    }

    private static Map<SampleId, Sample> bySample(List<Measurements> side) {
        var samples = new LinkedHashMap<SampleId, Sample>();
        side.stream()
                .flatMap(measurements -> measurements.samples().stream())
                .forEach(sample -> samples.merge(sample.id(), sample, Comparer::together));
        return samples;
    }

    private static Sample together(Sample one, Sample other) {
        List<Session> sessions = Stream.concat(one.sessions().stream(), other.sessions().stream())
                .toList();
        return new Sample(one.id(), one.mode(), one.unit(), one.workload(), sessions);
    }

    private SampleVerdict verdict(Sample sample, Verdict verdict) {
        return new SampleVerdict(
                sample.id(), sample.mode(), sample.unit(), verdict, outcome(verdict), Optional.empty());
    }

    private Outcome outcome(Verdict verdict) {
        return switch (verdict.kind()) {
            case REGRESSED -> Outcome.FAILED;
            case UNCHANGED, IMPROVED, NO_BASELINE -> Outcome.PASSED;
            case INCONCLUSIVE -> rules.policy() == Policy.FAIL ? Outcome.INCONCLUSIVE : Outcome.PASSED;
            case INVALID -> isMissing(verdict) ? Outcome.FAILED : Outcome.PASSED;
        };
    }

    private static boolean isMissing(Verdict verdict) {
        return verdict instanceof Verdict.Invalid invalid && invalid.reason() instanceof InvalidReason.Missing;
    }

    private static Outcome outcome(SuiteComparison comparison) {
        var found = Stream.of(Outcome.FAILED, Outcome.INCONCLUSIVE)
                .filter(outcome -> comparison.verdicts().stream().anyMatch(verdict -> verdict.outcome() == outcome))
                .findFirst();
        return found.orElse(comparison.counts().judged() == 0 ? Outcome.INVALID : Outcome.PASSED);
    }
}
