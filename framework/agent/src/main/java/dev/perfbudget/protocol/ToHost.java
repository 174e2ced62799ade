package dev.perfbudget.protocol;

import java.io.Serializable;

/** What the runner says to a host. The end of the stream ends the host and its fork. */
public sealed interface ToHost extends Message {

    /**
     * Run one fork; answered by {@link FromHost.ForkCompleted} or {@link FromHost.ForkFailed}.
     *
     * @param forkId echoed in the answer
     */
    record RunFork(String forkId, BenchmarkKey benchmark, Effort effort) implements ToHost {}

    /** Say which benchmarks there are; answered by {@link FromHost.BenchmarksListed}. */
    record ListBenchmarks() implements ToHost {}

    /** How much a fork does. Mode, threads, groups, params, states and JVM arguments always stay as annotated. */
    sealed interface Effort extends Serializable {

        /** For people: what makes JMH wait longer for an iteration. */
        String timeoutSetting();

        /**
         * Every JMH setting as annotated.
         *
         * @param timeouts by which the annotated time-out is multiplied: more than one where an iteration waits for
         *     turns of others while JMH counts
         */
        record AsAnnotated(int timeouts) implements Effort {

            @Override
            public String timeoutSetting() {
                return "its @Timeout";
            }
        }

        /**
         * Our own counts and times. Times are ignored for single shots.
         *
         * @param timeoutNanos JMH's time-out of one iteration beyond its own time
         */
        record Fixed(
                int warmupIterations,
                long warmupNanos,
                int measurementIterations,
                long measurementNanos,
                long timeoutNanos)
                implements Effort {

            @Override
            public String timeoutSetting() {
                return "perfbudget.timeout";
            }
        }
    }
}
