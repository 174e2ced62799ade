package dev.perfbudget.model;

import dev.perfbudget.statistics.Steadiness;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that one fresh JVM measured of one benchmark: one line of a run's fork file.
 *
 * @param benchmark what was measured
 * @param index from 0 within the benchmark and run
 * @param unit of the scores, as JMH writes it: {@code ns/op}, {@code ops/ms}
 * @param iterations warmups first, then measurements, none left out
 * @param secondary secondary results of the fork as a whole
 * @param steadiness whether and from where on its times stayed level
 * @param jvm facts of the fork's JVM
 * @param resources what the fork used as a whole, seen from outside, by the metric's label; absent where unknown
 */
public record Fork(
        BenchmarkId benchmark,
        int index,
        Instant start,
        String unit,
        List<Iteration> iterations,
        List<SecondaryScore> secondary,
        Steadiness steadiness,
        Map<String, String> jvm,
        Map<String, Double> resources) {

    public Fork {
        iterations = List.copyOf(iterations);
        secondary = List.copyOf(secondary);
        jvm = Collections.unmodifiableMap(new TreeMap<>(jvm));
        resources = Collections.unmodifiableMap(new TreeMap<>(resources));
    }

    /** The primary scores of all iterations, warmups first, in the fork's unit. */
    public double[] scores() {
        return iterations.stream().mapToDouble(Iteration::score).toArray();
    }
}
