package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.EffectSize;
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
import java.util.stream.Stream;

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

    /** Those that a first look left open get forks which are judged together with the first, if that may help. */
    void extend(Collection<MeasuredBenchmark> benchmarks, SuiteVerdict firstLook) throws IOException {
        hopeless(benchmarks, firstLook);
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

    private void hopeless(Collection<MeasuredBenchmark> benchmarks, SuiteVerdict firstLook) {
        var names = names(benchmarks, wanted(firstLook, FurtherForks::isHopeless));
        if (!names.isEmpty()) {
            tell("Undecided, and not measured with more forks, which would not decide it (more accepted sessions of the"
                    + " baseline's code may): " + names);
        }
    }

    private static boolean isOpen(BenchmarkVerdict benchmark) {
        return benchmark.has(LimitVerdict.State.UNDECIDED)
                || inconclusive(benchmark).anyMatch(found -> !isBeyondForks(found));
    }

    private static boolean isHopeless(BenchmarkVerdict benchmark) {
        return !isOpen(benchmark) && inconclusive(benchmark).findAny().isPresent();
    }

    private static Stream<Comparison> inconclusive(BenchmarkVerdict benchmark) {
        return benchmark.samples().stream()
                .map(SampleVerdict::verdict)
                .filter(verdict -> verdict.kind() == Kind.INCONCLUSIVE)
                .flatMap(verdict -> verdict.compared().stream());
    }

    /** Whether there is an interval, which no number of further forks would make narrow enough. */
    private static boolean isBeyondForks(Comparison found) {
        return found.moreForks().isEmpty()
                && found.effect().flatMap(EffectSize::interval).isPresent();
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
        tell(why + names(benchmarks, wanted));
        chosen.forEach(ask);
        rounds.run(chosen);
    }

    private static String names(Collection<MeasuredBenchmark> benchmarks, Predicate<MeasuredBenchmark> wanted) {
        return benchmarks.stream()
                .filter(wanted)
                .map(benchmark -> benchmark.id().shortName())
                .collect(Collectors.joining(", "));
    }

    private void tell(String line) {
        notes.add(line);
        audience.tell(new FromRunner.Notice(line));
    }
}
