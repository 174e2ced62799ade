package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A benchmark as one test of a JUnit XML file.
 *
 * @param className of the benchmark
 * @param name the method, with parameters and mode
 * @param time that its forks measured, warmup included
 * @param fault why it does not pass
 * @param output all that is known of it, for people
 */
record TestCase(String className, String name, Duration time, Optional<Fault> fault, String output) {

    /** Of what cannot be laid at the door of one benchmark. */
    private static final String WHOLE_SUITE = "perfbudget";

    /**
     * Why a test does not pass.
     *
     * @param isError whether it could not be measured; else it was, and failed
     * @param type in one word
     * @param message in one line
     */
    record Fault(boolean isError, String type, String message, String text) {}

    static TestCase of(BenchmarkVerdict benchmark, List<Run> runs) {
        return of(
                benchmark.id().name(),
                benchmark.id().toString(),
                time(benchmark, runs),
                fault(benchmark),
                Sentences.about(benchmark) + "\n\n"
                        + Sentences.facts(benchmark).entrySet().stream()
                                .map(fact -> fact.getKey() + ": " + fact.getValue())
                                .collect(Collectors.joining("\n")));
    }

    /** Of a metric that only the baseline has. */
    static TestCase gone(SampleVerdict sample) {
        var about = Sentences.about(sample);
        return of(
                sample.id().benchmark(),
                sample.key().toString(),
                Duration.ZERO,
                Optional.of(new Fault(true, "not measured", about, about)),
                about);
    }

    /**
     * Of a benchmark's class.
     *
     * @param benchmark its name with its class
     * @param whole its name and what else tells it apart
     */
    private static TestCase of(String benchmark, String whole, Duration time, Optional<Fault> fault, String output) {
        var method = benchmark.lastIndexOf('.');
        return new TestCase(
                benchmark.substring(0, Math.max(0, method)), whole.substring(method + 1), time, fault, output);
    }

    /** What is wrong with a suite although no benchmark says so; empty if all is said. */
    static Optional<TestCase> ofSuite(SuiteVerdict suite) {
        var isSaid = suite.outcome() == Outcome.PASSED
                || !suite.gone().isEmpty()
                || suite.benchmarks().stream().anyMatch(benchmark -> benchmark.outcome() != Outcome.PASSED);
        if (isSaid) {
            return Optional.empty();
        }
        var about = Sentences.about(suite);
        var notes = String.join("\n", suite.notes());
        return Optional.of(new TestCase(
                WHOLE_SUITE,
                "everything is measured",
                Duration.ZERO,
                Optional.of(new Fault(true, word(suite.outcome()), about, notes)),
                about));
    }

    private static Optional<Fault> fault(BenchmarkVerdict benchmark) {
        if (benchmark.outcome() == Outcome.PASSED) {
            return Optional.empty();
        }
        var text = Sentences.about(benchmark);
        var details = benchmark.failures().stream().map(ForkFailure::detail).distinct();
        return Optional.of(new Fault(
                benchmark.isUnmeasured(),
                type(benchmark),
                message(benchmark),
                text + details.map(detail -> "\n\n" + detail).collect(Collectors.joining())));
    }

    /** The first thing that is wrong. */
    private static String message(BenchmarkVerdict benchmark) {
        var broken = benchmark.limits().stream()
                .filter(limit -> limit.state() == LimitVerdict.State.BROKEN)
                .map(Sentences::about);
        var failed = benchmark.samples().stream()
                .filter(sample -> sample.outcome() == Outcome.FAILED)
                .map(Sentences::about);
        var lacking = Stream.of(Sentences.facts(benchmark))
                .filter(facts -> lacksBaseline(benchmark))
                .flatMap(facts -> Optional.ofNullable(facts.get("comparison")).stream());
        return Stream.of(benchmark.failures().stream().map(ForkFailure::message), broken, failed, lacking)
                .flatMap(messages -> messages)
                .findFirst()
                .orElseGet(() -> Sentences.about(benchmark).lines().findFirst().orElse(""));
    }

    private static String type(BenchmarkVerdict benchmark) {
        if (benchmark.isUnmeasured()) {
            return "not measured";
        }
        if (benchmark.has(LimitVerdict.State.BROKEN)) {
            return "limit broken";
        }
        if (benchmark.hasSample(Outcome.FAILED)) {
            return "regressed";
        }
        return lacksBaseline(benchmark) ? "no baseline" : "inconclusive";
    }

    private static boolean lacksBaseline(BenchmarkVerdict benchmark) {
        return benchmark.comparison() instanceof Verdict.NoBaseline none && none.isDemanded();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Duration time(BenchmarkVerdict benchmark, List<Run> runs) {
        return runs.stream()
                .filter(run -> run.module().equals(benchmark.module()))
                .flatMap(run -> run.benchmarks().stream())
                .filter(measured -> measured.id().equals(benchmark.id()))
                .flatMap(measured -> measured.forks().stream())
                .flatMap(fork -> fork.iterations().stream())
                .map(Iteration::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
