package dev.perfbudget.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One timed slice of a fork.
 *
 * @param warmup whether it was thrown away
 * @param index from 0, counted apart for warmup and measurement
 * @param duration by the monotonic clock, set-up included
 * @param score primary score in the fork's unit
 * @param operations all operations of all threads
 * @param secondary auxiliary counters and group scores
 * @param latencies times of single operations in the fork's unit, ascending; empty where the mode does not time them
 * @param counters differences over the iteration by name: {@code cpu} (ns), {@code allocated} (bytes), {@code
 *     gc.count}, {@code gc.time} (ms), {@code classes.loaded}, {@code jit.time} (ms); absent where unknown
 */
public record Iteration(
        boolean warmup,
        int index,
        Instant start,
        Duration duration,
        double score,
        long operations,
        List<SecondaryScore> secondary,
        List<Latency> latencies,
        Map<String, Long> counters) {

    public Iteration {
        secondary = List.copyOf(secondary);
        latencies = List.copyOf(latencies);
        counters = Collections.unmodifiableMap(new TreeMap<>(counters));
    }

    /** How often single operations took this time. */
    public record Latency(double time, long count) {}
}
