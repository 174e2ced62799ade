package dev.perfbudget.protocol;

import java.util.List;
import java.util.Map;

/**
 * What a test JVM says about tests that it measures itself, in place: one {@link Open}, then for each test {@link
 * AwaitTurn} and one of {@link Measured}, {@link Failed}, {@link GivenBack}; in the end one {@link Conclude}. Each but
 * {@code Open} and {@code GivenBack} is answered before the next is sent: by {@link FromRunner.TurnGranted}, {@link
 * FromRunner.Decided}, {@link FromRunner.Finished}, or {@link FromRunner.Refused}; notices may come before.
 */
public sealed interface InPlace extends ToRunner {

    /**
     * Begins a run.
     *
     * @param runId names the run's directory, as in {@link Plan}
     * @param moduleDirectory absolute path of the module
     * @param outputDirectory absolute path below which {@code runs/<runId>} is written
     * @param settings everything that was set from outside, strongest first
     * @param jvmArguments of the test JVM, without those of its launcher
     */
    record Open(
            String runId,
            Side side,
            String moduleDirectory,
            String outputDirectory,
            List<Declaration> settings,
            List<String> jvmArguments)
            implements InPlace {

        public Open {
            settings = List.copyOf(settings);
            jvmArguments = List.copyOf(jvmArguments);
        }
    }

    /** Asks for the machine, and how much to measure. */
    record AwaitTurn(PlannedBenchmark test) implements InPlace {}

    /**
     * All that was measured of the test whose turn it is; gives the machine back.
     *
     * @param iterations time slices, warmups first; times in nanoseconds
     * @param facts of this JVM
     * @param notes what people should know of this measurement
     * @param flaws why its times can neither gate against a stored baseline nor become one
     */
    record Measured(
            BenchmarkKey test,
            List<FromFork.IterationEnded> iterations,
            Map<String, String> facts,
            List<String> notes,
            List<String> flaws)
            implements InPlace {

        public Measured {
            iterations = List.copyOf(iterations);
            facts = Map.copyOf(facts);
            notes = List.copyOf(notes);
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * The test whose turn it is gave nothing to judge; gives the machine back.
     *
     * @param kind {@code THREW} or {@code HUNG}
     * @param message one line: which operation, and what happened
     * @param detail stack trace; bounded
     */
    record Failed(BenchmarkKey test, FromHost.ForkFailed.Kind kind, String message, String detail) implements InPlace {}

    /** The test whose turn it is was not run after all, on purpose; no answer follows. */
    record GivenBack(BenchmarkKey test) implements InPlace {}

    /** All tests have had their turn. */
    record Conclude() implements InPlace {}
}
