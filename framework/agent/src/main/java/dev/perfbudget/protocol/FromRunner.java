package dev.perfbudget.protocol;

import java.util.List;
import java.util.Map;

/** What the runner says to the test JVM, ending with one {@link Finished} or {@link Refused}. */
public sealed interface FromRunner extends Message {

    /** One line for people, about the run as a whole (for example: waiting for another measurement). */
    record Notice(String line) implements FromRunner {}

    /** The first fork of a benchmark is about to start. */
    record Started(BenchmarkKey benchmark) implements FromRunner {}

    /** Live progress of one benchmark: aligned text for the console, the same as facts for report entries. */
    record Progress(BenchmarkKey benchmark, String line, Map<String, String> facts) implements FromRunner {}

    /** The decision about one benchmark; sent for every benchmark of the plan, after the suite's decision. */
    record Decided(BenchmarkKey benchmark, Decision decision, String message, Map<String, String> facts)
            implements FromRunner {}

    /**
     * The end of a run whose files are written.
     *
     * @param summary one line for people: counts by verdict
     * @param problems what lets the suite fail beside its benchmarks, a line each, with how to mend it
     * @param runDirectory absolute path of the run's files; empty for a smoke run
     */
    record Finished(String summary, List<String> problems, String runDirectory) implements FromRunner {

        public Finished {
            problems = List.copyOf(problems);
        }

        /** Of a suite in which nothing fails but benchmarks. */
        public Finished(String summary, String runDirectory) {
            this(summary, List.of(), runDirectory);
        }
    }

    /** Nothing could be measured: all problems at once, each with where it is and how to mend it. */
    record Refused(String message) implements FromRunner {}

    /**
     * The machine is the test's, which is to be measured in place like this. A phase ends when its slices have had their
     * time, the one that counts not before it has had its fewest slices.
     *
     * @param warmupSlices time slices that are thrown away
     * @param slices time slices that count
     * @param sliceNanos the shortest that a slice may be; one lasts at least one operation
     * @param fewestSlices that must be measured, however long they take
     * @param timeoutNanos how long one operation may take before its thread is interrupted
     */
    record TurnGranted(int warmupSlices, int slices, long sliceNanos, int fewestSlices, long timeoutNanos)
            implements FromRunner {}

    /** How a test ends. */
    enum Decision {
        /** Held, or nothing to hold against; the message says which. */
        PASSED,
        /** A broken budget, a crash, or nothing measured. */
        FAILED,
        /** Not run on purpose (cancelled before its turn). */
        SKIPPED
    }
}
