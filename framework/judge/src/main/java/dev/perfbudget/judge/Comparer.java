package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.util.List;
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
        var verdicts = SamplePair.of(baseline, candidate).stream().map(this::judged);
        return suite(
                verdicts.toList(),
                Stream.concat(baseline.stream(), candidate.stream())
                        .flatMap(side -> side.notes().stream())
                        .distinct()
                        .toList());
    }

    private SuiteVerdict suite(List<SampleVerdict> verdicts, List<String> notes) {
        var comparison = new SuiteComparison(rules, verdicts, Optional.empty());
        return new SuiteVerdict(outcome(comparison), rules.policy(), List.of(), Optional.of(comparison), notes);
    }

    private SampleVerdict judged(SamplePair pair) {
        var verdict = verdict(pair);
        var sample = pair.any();
        return new SampleVerdict(
                sample.id(),
                sample.mode(),
                sample.unit(),
                pair.baseline().flatMap(found -> SampleScore.of(found, found.unit())),
                pair.candidate().flatMap(found -> SampleScore.of(found, found.unit())),
                verdict,
                outcome(verdict),
                Optional.empty());
    }

    private Verdict verdict(SamplePair pair) {
        if (pair.baseline().isEmpty()) {
            return new Verdict.NoBaseline();
        }
        return pair.candidate()
                .map(candidate -> new SampleComparison(pair.baseline().get(), candidate, rules).verdict())
                .orElseGet(() -> new Verdict.Invalid(new InvalidReason.Missing()));
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
