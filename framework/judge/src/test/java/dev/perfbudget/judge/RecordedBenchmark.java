package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A benchmark as it stands in a run that may be accepted. */
record RecordedBenchmark(String name, BenchmarkMode mode, String workload, List<Double> forks, Optional<Long> bytes) {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    /** Five forks around a level. */
    static RecordedBenchmark bench(String name, double level) {
        var random = new Random(7);
        var forks = IntStream.range(0, 5)
                .mapToObj(fork -> level * (1 + 0.002 * random.nextGaussian()))
                .toList();
        return new RecordedBenchmark(
                name, BenchmarkMode.AVERAGE_TIME, "JsonBench:1 JsonBench$Input:1", forks, Optional.empty());
    }

    /** The same, with so many bytes an operation. */
    static RecordedBenchmark bench(String name, double level, long bytes) {
        return new RecordedBenchmark(
                name,
                BenchmarkMode.AVERAGE_TIME,
                "JsonBench:1 JsonBench$Input:1",
                bench(name, level).forks(),
                Optional.of(bytes));
    }

    RecordedBenchmark withWorkload(String other) {
        return new RecordedBenchmark(name, mode, other, forks, bytes);
    }

    RecordedBenchmark withMode(BenchmarkMode other) {
        return new RecordedBenchmark(name, other, workload, forks, bytes);
    }

    BenchmarkRun toRun() {
        return new BenchmarkRun(
                id(),
                "com.acme.JsonBench",
                List.of("parse"),
                1,
                workload,
                new Budget(List.of(), Optional.empty()),
                forks.size(),
                0,
                IntStream.range(0, forks.size()).mapToObj(this::fork).toList(),
                List.of());
    }

    private BenchmarkId id() {
        return new BenchmarkId(name, mode, Map.of());
    }

    private Fork fork(int index) {
        return new Fork(
                id(),
                index,
                START,
                "us/op",
                IntStream.range(0, 10)
                        .mapToObj(i -> iteration(i, forks.get(index)))
                        .toList(),
                List.of(),
                new Steadiness(true, 0),
                Map.of(),
                Map.of());
    }

    private Iteration iteration(int index, double score) {
        var operations = 1000L * (index + 1);
        return new Iteration(
                false,
                index,
                START,
                Duration.ofMillis(100),
                score,
                operations,
                List.of(),
                mode.timesSingleOperations() ? List.of(new Iteration.Latency(score, operations)) : List.of(),
                bytes.map(each -> Map.of("allocated", each * operations)).orElse(Map.of()));
    }
}
