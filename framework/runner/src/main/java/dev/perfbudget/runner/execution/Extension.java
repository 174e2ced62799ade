package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.protocol.FromRunner;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Measures benchmarks that a first look left undecided with as many forks again. Once: every further look would cost
 * some of the certainty that is promised.
 */
final class Extension {

    private final Rounds rounds;
    private final Audience audience;
    private final RunNotes notes;

    Extension(Rounds rounds, Audience audience, RunNotes notes) {
        this.rounds = rounds;
        this.audience = audience;
        this.notes = notes;
    }

    void run(Collection<MeasuredBenchmark> benchmarks, SuiteVerdict firstLook) throws IOException {
        var undecided = firstLook.benchmarks().stream()
                .filter(verdict -> verdict.has(LimitVerdict.State.UNDECIDED))
                .map(BenchmarkVerdict::id)
                .collect(Collectors.toSet());
        var open = benchmarks.stream()
                .filter(benchmark -> undecided.contains(benchmark.id()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var names = open.stream().map(benchmark -> benchmark.id().shortName()).collect(Collectors.joining(", "));
        notes.add("Undecided after the planned forks, so measured with as many again: " + names);
        audience.tell(new FromRunner.Notice("undecided, measured with as many forks again: " + names));
        open.forEach(MeasuredBenchmark::extend);
        rounds.run(open);
    }
}
