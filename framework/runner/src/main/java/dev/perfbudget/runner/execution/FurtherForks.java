package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.protocol.FromRunner;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Measures some benchmarks with as many forks again, after a look at all of them. Once for each reason: every further
 * look would cost some of the certainty that is promised.
 */
final class FurtherForks {

    private final Rounds rounds;
    private final Audience audience;
    private final RunNotes notes;

    FurtherForks(Rounds rounds, Audience audience, RunNotes notes) {
        this.rounds = rounds;
        this.audience = audience;
        this.notes = notes;
    }

    /** Those that a first look left open get forks which are judged together with the first. */
    void extend(Collection<MeasuredBenchmark> benchmarks, SuiteVerdict firstLook) throws IOException {
        measure(
                benchmarks,
                wanted(firstLook, FurtherForks::isOpen),
                MeasuredBenchmark::extend,
                "Undecided after the planned forks, so measured with as many again: ");
    }

    /** Those that would fail for a regression get fresh forks, which alone decide. */
    void confirm(Collection<MeasuredBenchmark> benchmarks, SuiteVerdict firstLook) throws IOException {
        measure(
                benchmarks,
                wanted(firstLook, FurtherForks::failsByRegression),
                MeasuredBenchmark::confirm,
                "Regressed by its first forks, so measured with as many fresh ones: ");
    }

    private static boolean isOpen(BenchmarkVerdict benchmark) {
        return benchmark.has(LimitVerdict.State.UNDECIDED)
                || benchmark.samples().stream()
                        .anyMatch(sample -> sample.verdict().kind() == Kind.INCONCLUSIVE);
    }

    private static boolean failsByRegression(BenchmarkVerdict benchmark) {
        return benchmark.samples().stream().anyMatch(SampleVerdict::failsByRegression);
    }

    private static Predicate<MeasuredBenchmark> wanted(SuiteVerdict look, Predicate<BenchmarkVerdict> reason) {
        var ids = look.benchmarks().stream()
                .filter(reason)
                .map(BenchmarkVerdict::id)
                .collect(Collectors.toSet());
        return benchmark -> ids.contains(benchmark.id());
    }

    private void measure(
            Collection<MeasuredBenchmark> benchmarks,
            Predicate<MeasuredBenchmark> wanted,
            Consumer<MeasuredBenchmark> ask,
            String why)
            throws IOException {
        var chosen = benchmarks.stream().filter(wanted).toList();
        if (chosen.isEmpty()) {
            return;
        }
        var line = why
                + chosen.stream().map(benchmark -> benchmark.id().shortName()).collect(Collectors.joining(", "));
        notes.add(line);
        audience.tell(new FromRunner.Notice(line));
        chosen.forEach(ask);
        rounds.run(chosen);
    }
}
