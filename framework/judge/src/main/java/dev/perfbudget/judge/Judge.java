package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the verdicts of a suite: a pure function of its runs and a policy. */
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
        return new BenchmarkVerdict(
                benchmark.id(),
                module,
                benchmark.failures().isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                new Verdict.NoBaseline(),
                Optional.empty(),
                List.of(),
                benchmark.plannedForks(),
                benchmark.failures());
    }

    private Outcome outcomeOf(List<BenchmarkVerdict> benchmarks) {
        if (benchmarks.isEmpty()) {
            return Outcome.INVALID;
        }
        if (benchmarks.stream().anyMatch(benchmark -> benchmark.outcome() == Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        var undecided = benchmarks.stream().anyMatch(benchmark -> benchmark.has(State.UNDECIDED));
        return undecided && policy == Policy.FAIL ? Outcome.INCONCLUSIVE : Outcome.PASSED;
    }
}
