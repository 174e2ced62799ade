package dev.perfbudget.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What the gate came to when a module was measured beside itself, so that whatever it found was chance.
 *
 * @param end of the last run
 * @param environment class of the machine: the defining facts of the runs
 * @param time that one run may spend in blocks
 * @param runs how often the suite was measured
 * @param benchmarks in the order of the runs
 */
public record Audit(
        Instant end, Map<String, String> environment, Duration time, int runs, List<AuditedBenchmark> benchmarks) {

    public Audit {
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        benchmarks = List.copyOf(benchmarks);
    }

    /** What was found out about a benchmark; empty if it was not audited. */
    public Optional<AuditedBenchmark> of(BenchmarkId benchmark) {
        return benchmarks.stream()
                .filter(audited -> audited.id().equals(benchmark))
                .findFirst();
    }

    /** Verdicts about identical code. */
    public int verdicts() {
        return sum(AuditedBenchmark::verdicts);
    }

    /** Those of the verdicts that screening took for a slowdown. */
    public int suspected() {
        return sum(AuditedBenchmark::suspected);
    }

    /** Those of the suspects that fresh blocks confirmed: false alarms. */
    public int failed() {
        return sum(AuditedBenchmark::failed);
    }

    private int sum(ToIntFunction<AuditedBenchmark> part) {
        return benchmarks.stream().mapToInt(part).sum();
    }
}
