package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.model.Run;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The forks of a run that its verdicts stand on.
 *
 * @param baseline those that took turns with the candidate's
 */
record RunForks(List<Fork> candidate, List<Fork> baseline) {

    static RunForks of(Run run) {
        return new RunForks(
                run.benchmarks().stream()
                        .map(BenchmarkRun::forks)
                        .flatMap(List::stream)
                        .toList(),
                run.pairing().stream()
                        .flatMap(pairing -> pairing.benchmarks().stream())
                        .map(PairedForks::forks)
                        .flatMap(List::stream)
                        .toList());
    }

    static RunForks of(List<Run> runs) {
        var each = runs.stream().map(RunForks::of).toList();
        return new RunForks(
                each.stream().flatMap(forks -> forks.candidate.stream()).toList(),
                each.stream().flatMap(forks -> forks.baseline.stream()).toList());
    }

    Stream<Fork> both() {
        return Stream.concat(candidate.stream(), baseline.stream());
    }

    /** {@code 96}, or {@code 96 + 96 of the baseline}. */
    String count() {
        return candidate.size() + (baseline.isEmpty() ? "" : " + " + baseline.size() + " of the baseline");
    }

    /** What their iterations took, warmup among them. */
    Duration inIterations() {
        return both().flatMap(fork -> fork.iterations().stream())
                .map(Iteration::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
