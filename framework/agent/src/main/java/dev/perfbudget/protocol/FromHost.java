package dev.perfbudget.protocol;

import java.util.List;
import java.util.Map;

/** What a host says to the runner. */
public sealed interface FromHost extends Message {

    /**
     * The host is up; the first message it sends.
     *
     * @param facts of its JVM, as forks tell them of theirs: the side's JDK without what a benchmark asks for
     */
    record HostReady(long pid, String jmhVersion, Map<String, String> facts) implements FromHost {

        public HostReady {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * What JMH's benchmark lists on the class path name.
     *
     * @param benchmarks in the order in which JMH runs them, with no budget
     * @param problems why listed classes cannot be measured, by their names
     */
    record BenchmarksListed(List<PlannedBenchmark> benchmarks, Map<String, String> problems) implements FromHost {

        public BenchmarksListed {
            benchmarks = List.copyOf(benchmarks);
            problems = Map.copyOf(problems);
        }
    }

    /**
     * JMH finished the fork and returned its result.
     *
     * @param benchmark what JMH says it ran, which the runner compares with what it asked for
     * @param threads worker threads of all groups together, as JMH counted them
     * @param unit of the primary score, as JMH writes it
     * @param scores primary score of each measured iteration
     * @param secondary secondary results of the fork as a whole, as JMH aggregated them
     */
    record ForkCompleted(
            String forkId,
            BenchmarkKey benchmark,
            int threads,
            String unit,
            List<Double> scores,
            List<Secondary> secondary)
            implements FromHost {

        public ForkCompleted {
            scores = List.copyOf(scores);
            secondary = List.copyOf(secondary);
        }
    }

    /**
     * The fork gave no result.
     *
     * @param kind what happened
     * @param message one line: what JMH or the JVM said
     * @param detail stack trace of the benchmark, and the last lines that the fork printed; bounded
     */
    record ForkFailed(String forkId, Kind kind, String message, String detail) implements FromHost {

        /** What can happen to a fork, as its host sees it. */
        public enum Kind {
            /** The benchmark, or one of its fixtures, threw. */
            THREW,
            /** An iteration outlived JMH's time-out and could be interrupted; what cannot is killed by the runner. */
            HUNG,
            /** The JVM ended by itself: System.exit, out of memory, a signal, a crash. */
            DIED,
            /** JMH returned no result, or fewer iterations than were asked for. */
            MISSING,
            /** It could not be started at all. */
            NOT_STARTED
        }
    }
}
