package dev.perfbudget.protocol;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What the agent inside a fork says to the runner, directly. Sent between iterations, never inside one. */
public sealed interface FromFork extends Message {

    /**
     * The first message of a fork.
     *
     * @param facts of the JVM: {@code java.version java.vendor java.vm.name java.vm.version gc heap.max
     *     jvm.arguments compressed.oops} and the like
     */
    record ForkReady(long pid, Map<String, String> facts) implements FromFork {}

    /**
     * An iteration would start if it were this fork's turn; it waits for {@link ToFork.TakeTurn}. Its last turn, if it had
     * one, is over.
     */
    record AwaitsTurn() implements FromFork {}

    /**
     * An iteration is about to start.
     *
     * @param timeoutNanos when JMH interrupts its threads, counted from its start
     */
    record IterationStarted(boolean warmup, int index, long timeoutNanos) implements FromFork {}

    /**
     * An iteration has ended.
     *
     * @param index from 0, counted apart for warmup and measurement
     * @param startMillis wall clock at its start, milliseconds since 1970
     * @param nanos how long it took by the monotonic clock, set-up included
     * @param score primary score in {@code unit}
     * @param unit as JMH writes it: {@code ns/op}, {@code ops/ms}
     * @param operations all operations of all threads in this iteration
     * @param secondary auxiliary counters and group scores of this iteration
     * @param latencies times of single operations in {@code unit}, ascending, in the modes that time them; else empty
     * @param counters what the fork read at the iteration's boundaries, as differences, by name: {@code cpu} (ns of
     *     process CPU time; on Linux the JVM counts it in steps of 10 ms, so sum it over iterations before dividing), {@code allocated} (bytes), {@code gc.count}, {@code gc.time} (ms), {@code
     *     classes.loaded}, {@code jit.time} (ms); absent where the JVM does not tell
     */
    record IterationEnded(
            boolean warmup,
            int index,
            long startMillis,
            long nanos,
            double score,
            String unit,
            long operations,
            List<Secondary> secondary,
            List<Latency> latencies,
            Map<String, Long> counters)
            implements FromFork {

        public IterationEnded {
            secondary = List.copyOf(secondary);
            latencies = List.copyOf(latencies);
            counters = Map.copyOf(counters);
        }
    }

    /** The last iteration has ended: what the process does from now on is JMH's own affair. */
    record MeasurementEnded() implements FromFork {}

    /** How often single operations took this time. */
    record Latency(double time, long count) implements Serializable {}
}
