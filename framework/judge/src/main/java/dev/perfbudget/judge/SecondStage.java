package dev.perfbudget.judge;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.statistics.Confirmation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Confirms what a first comparison calls regressed, by forks that had no part in it: only what is regressed again fails.
 *
 * <p>Each of {@code k} suspects is judged at {@code alpha / k}, so that a suite in which nothing is slower than the
 * threshold fails no more often than {@code alpha}, however many benchmarks it has, and however often the first stage
 * looked. A suspect's verdict, with its interval, is that of the second stage.
 */
public final class SecondStage {

    private final SuiteVerdict first;
    private final ComparisonRules rules;
    private final Thresholds thresholds;

    /**
     * The stage after a first comparison.
     *
     * @param rules those of the first comparison, with the alpha that the suite is to have
     */
    public SecondStage(SuiteVerdict first, ComparisonRules rules) {
        this(first, rules, sample -> rules.slowdown());
    }

    SecondStage(SuiteVerdict first, ComparisonRules rules, Thresholds thresholds) {
        this.first = first;
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /** What has to be measured again: the regressed that no waiver lets pass. */
    public List<SampleVerdict> suspects() {
        return verdicts(first).filter(SampleVerdict::failsByRegression).toList();
    }

    /** At which level each suspect is judged again. */
    double alpha() {
        return Confirmation.alpha(rules.alpha(), Math.max(1, suspects().size()));
    }

    /**
     * The decision about the whole suite.
     *
     * @param baseline fresh forks of the suspects; where none can be had, those of the first stage
     * @param candidate fresh forks; a suspect that is missing on both sides keeps its first verdict, which fails. What
     *     is no suspect may be there too: it teaches how far sessions and forks are apart
     */
    public SuiteVerdict confirm(List<Measurements> baseline, List<Measurements> candidate) {
        var suspects = suspects();
        if (suspects.isEmpty()) {
            return first;
        }
        var strict = rules.withSuite(SuiteControl.PER_BENCHMARK).withAlpha(alpha());
        var second = verdicts(new Comparer(strict, thresholds, waiver -> false).compare(baseline, candidate))
                .collect(Collectors.toMap(SampleVerdict::key, Function.identity()));
        return confirmed(suspects.stream().map(SampleVerdict::key).toList(), second);
    }

    private SuiteVerdict confirmed(List<SampleKey> suspects, Map<SampleKey, SampleVerdict> second) {
        var verdicts = verdicts(first)
                .map(verdict -> suspects.contains(verdict.key())
                        ? Optional.ofNullable(second.get(verdict.key())).orElse(verdict)
                        : verdict)
                .toList();
        var comparison = new SuiteComparison(rules, verdicts, first.comparison().flatMap(SuiteComparison::geomean));
        return new SuiteVerdict(
                comparison.outcome(), first.policy(), first.benchmarks(), Optional.of(comparison), first.notes());
    }

    private static Stream<SampleVerdict> verdicts(SuiteVerdict suite) {
        return suite.comparison().stream().flatMap(comparison -> comparison.verdicts().stream());
    }
}
