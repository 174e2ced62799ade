package dev.perfbudget.judge;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.MissingBaseline;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the verdicts of a suite: a pure function of its runs, of what their module has accepted, and of a policy.
 *
 * <p>A benchmark fails if a limit is broken, if it regressed, or if something that should have been measured was not.
 * What stays open passes unless the policy says otherwise. A suite without any benchmark is invalid, never green.
 */
public final class Judge {

    private static final List<Kind> WORST_FIRST =
            List.of(Kind.REGRESSED, Kind.INVALID, Kind.INCONCLUSIVE, Kind.UNCHANGED, Kind.IMPROVED, Kind.NO_BASELINE);

    private final Policy policy;

    public Judge(Policy policy) {
        this.policy = policy;
    }

    /** The decision about all benchmarks of all runs, which are compared with nothing. */
    public SuiteVerdict judge(List<Run> runs) {
        return judge(runs, Baseline.NONE);
    }

    /** The decision about all benchmarks of all runs of one module, of which each is judged by itself. */
    public SuiteVerdict judge(List<Run> runs, Baseline baseline) {
        return runs.isEmpty()
                ? new SuiteVerdict(Outcome.INVALID, policy, List.of(), List.of())
                : SuiteVerdict.together(
                        runs.stream().map(run -> judge(run, baseline)).toList());
    }

    private SuiteVerdict judge(Run run, Baseline baseline) {
        var compared = compared(run, baseline);
        var benchmarks = run.benchmarks().stream()
                .map(benchmark -> judge(run, benchmark, compared))
                .toList();
        var audit =
                baseline.audit().filter(known -> run.pairing().isPresent()).map(known -> AuditWords.note(known, run));
        var notes = Stream.of(compared.notes().stream(), audit.stream(), run.notes().stream())
                .flatMap(kind -> kind)
                .distinct()
                .toList();
        return new SuiteVerdict(
                outcomeOf(benchmarks, compared.comparison()), policy, benchmarks, compared.comparison(), notes);
    }

    /** A baseline that was measured beside it says more than any that is stored. */
    private ComparedRun compared(Run run, Baseline baseline) {
        return run.pairing()
                .map(pairing -> new PairedComparison(baseline.waivers(), policy).of(run, pairing))
                .orElseGet(() -> new StoredComparison(baseline, policy).of(run));
    }

    private BenchmarkVerdict judge(Run run, BenchmarkRun benchmark, ComparedRun compared) {
        var limitJudge = new LimitJudge(benchmark, run.environment());
        var samples = compared.of(benchmark.id());
        var measured = new BenchmarkVerdict(
                benchmark.id(),
                run.module(),
                Outcome.PASSED,
                comparison(run, benchmark, samples, compared),
                ScoreOfForks.of(benchmark),
                benchmark.budget().limits().stream().map(limitJudge::judge).toList(),
                samples,
                compared.informationOn(benchmark.id()),
                benchmark.plannedForks(),
                benchmark.failures());
        return measured.withOutcome(outcomeOf(measured));
    }

    private static Verdict comparison(
            Run run, BenchmarkRun benchmark, List<SampleVerdict> samples, ComparedRun compared) {
        if (benchmark.forks().isEmpty()) {
            return new Verdict.Invalid(new InvalidReason.NoForkFinished());
        }
        return samples.stream()
                .map(SampleVerdict::verdict)
                .min(Comparator.comparingInt(verdict -> WORST_FIRST.indexOf(verdict.kind())))
                .filter(worst -> worst.kind() != Kind.NO_BASELINE)
                .orElseGet(() -> new Verdict.NoBaseline(
                        benchmark.budget().slowdown(),
                        compared.otherClass(),
                        Optional.ofNullable(compared.lacks().get(benchmark.id())),
                        demandsBaseline(run, benchmark, compared)));
    }

    /**
     * Of a benchmark that is new none is demanded, nor of a run whose times are of no use beside stored ones; what takes
     * turns meets the same machine.
     */
    private static boolean demandsBaseline(Run run, BenchmarkRun benchmark, ComparedRun compared) {
        return new Settings(run.settings()).value(SettingName.NO_BASELINE) == MissingBaseline.FAIL
                && (compared.comparison().isEmpty() || compared.lacks().containsKey(benchmark.id()))
                && benchmark.budget().slowdown().isPresent()
                && (run.flaws().isEmpty() || run.pairing().isPresent());
    }

    private Outcome outcomeOf(BenchmarkVerdict benchmark) {
        if (benchmark.comparison() instanceof Verdict.NoBaseline none && none.isDemanded()) {
            return Outcome.FAILED;
        }
        if (benchmark.has(State.BROKEN) || benchmark.isUnmeasured() || benchmark.hasSample(Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        var isOpen = benchmark.has(State.UNDECIDED) && policy == Policy.FAIL;
        return isOpen || benchmark.hasSample(Outcome.INCONCLUSIVE) ? Outcome.INCONCLUSIVE : Outcome.PASSED;
    }

    private static Outcome outcomeOf(List<BenchmarkVerdict> benchmarks, Optional<SuiteComparison> comparison) {
        var outcomes = Stream.concat(
                        benchmarks.stream().map(BenchmarkVerdict::outcome),
                        comparison.stream()
                                .flatMap(found -> found.verdicts().stream())
                                .map(SampleVerdict::outcome))
                .toList();
        if (outcomes.contains(Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        if (outcomes.contains(Outcome.INCONCLUSIVE)) {
            return Outcome.INCONCLUSIVE;
        }
        return benchmarks.isEmpty() || isNothingJudged(benchmarks, comparison) ? Outcome.INVALID : Outcome.PASSED;
    }

    /** Whether there is a baseline for it, but nothing can be compared with that, and there is no limit either. */
    private static boolean isNothingJudged(List<BenchmarkVerdict> benchmarks, Optional<SuiteComparison> comparison) {
        return benchmarks.stream().allMatch(benchmark -> benchmark.limits().isEmpty())
                && comparison.filter(Judge::isNothingJudged).isPresent();
    }

    /** What a stored baseline does not have yet is new; a baseline that was named should have had it all. */
    private static boolean isNothingJudged(SuiteComparison comparison) {
        var counts = comparison.counts();
        return counts.judged() == 0
                && (counts.invalid() > 0 || comparison.rules().design() == Design.PAIRED);
    }
}
