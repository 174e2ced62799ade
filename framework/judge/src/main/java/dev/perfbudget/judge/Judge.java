package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the verdicts of a suite: a pure function of its runs and a policy.
 *
 * <p>A benchmark fails if a limit is broken or if something that should have been measured was not. An undecided limit
 * passes unless the policy says otherwise. A suite without any benchmark is invalid, never green.
 */
public final class Judge {

    private final Policy policy;

    public Judge(Policy policy) {
        this.policy = policy;
    }

    /** The decision about all benchmarks of all runs: one run for a module on its own, several for a whole build. */
    public SuiteVerdict judge(List<Run> runs) {
        var benchmarks = runs.stream().flatMap(this::benchmarksOf).toList();
        var notes =
                runs.stream().flatMap(run -> run.notes().stream()).distinct().toList();
        return new SuiteVerdict(outcomeOf(benchmarks), policy, benchmarks, notes);
    }

    private Stream<BenchmarkVerdict> benchmarksOf(Run run) {
        return run.benchmarks().stream().map(benchmark -> judge(run.module(), benchmark));
    }

    private BenchmarkVerdict judge(String module, BenchmarkRun benchmark) {
        var limitJudge = new LimitJudge(benchmark);
        var measured = new BenchmarkVerdict(
                benchmark.id(),
                module,
                Outcome.PASSED,
                comparison(benchmark),
                ScoreOfForks.of(benchmark),
                benchmark.budget().limits().stream().map(limitJudge::judge).toList(),
                benchmark.plannedForks(),
                benchmark.failures());
        return measured.withOutcome(outcomeOf(measured));
    }

    private static Verdict comparison(BenchmarkRun benchmark) {
        return benchmark.forks().isEmpty()
                ? new Verdict.Invalid(new InvalidReason.NoForkFinished())
                : new Verdict.NoBaseline(benchmark.budget().slowdown());
    }

    private Outcome outcomeOf(BenchmarkVerdict benchmark) {
        if (benchmark.has(State.BROKEN) || benchmark.isUnmeasured()) {
            return Outcome.FAILED;
        }
        return benchmark.has(State.UNDECIDED) && policy == Policy.FAIL ? Outcome.INCONCLUSIVE : Outcome.PASSED;
    }

    private static Outcome outcomeOf(List<BenchmarkVerdict> benchmarks) {
        return Stream.of(Outcome.FAILED, Outcome.INCONCLUSIVE, Outcome.PASSED)
                .filter(outcome -> benchmarks.stream().anyMatch(benchmark -> benchmark.outcome() == outcome))
                .findFirst()
                .orElse(Outcome.INVALID);
    }
}
