package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Settings;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Forks and benchmarks that nobody measured. */
final class Forks {

    private Forks() {}

    static Fork of(Steadiness steadiness) {
        return of(new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.AVERAGE_TIME, Map.of()), 0, steadiness);
    }

    static Fork of(BenchmarkId id, int index, Steadiness steadiness) {
        return of(id, index, steadiness, 118.2);
    }

    static Fork of(BenchmarkId id, int index, Steadiness steadiness, double score) {
        return of(id, index, steadiness, score, Duration.ofMillis(100));
    }

    static Fork of(BenchmarkId id, int index, Steadiness steadiness, double score, Duration lasts) {
        var iteration = iteration(score, lasts);
        return new Fork(
                id, index, Instant.EPOCH, "us/op", List.of(iteration), List.of(), steadiness, Map.of(), Map.of());
    }

    /** Of iterations of which nobody says whether they were warmups. */
    static Fork withScores(Steadiness steadiness, double... scores) {
        var known = of(steadiness);
        return new Fork(
                known.benchmark(),
                known.index(),
                known.start(),
                known.unit(),
                Arrays.stream(scores)
                        .mapToObj(score -> iteration(score, Duration.ofMillis(100)))
                        .toList(),
                known.secondary(),
                known.steadiness(),
                known.jvm(),
                known.resources());
    }

    private static Iteration iteration(double score, Duration lasts) {
        return new Iteration(false, 0, Instant.EPOCH, lasts, score, 1000, List.of(), List.of(), Map.of());
    }

    static ForkOutcome.Completed completed(BenchmarkKey key) {
        return new ForkOutcome.Completed(
                new FromFork.ForkReady(1, Map.of()),
                List.of(),
                new FromHost.ForkCompleted("1", key, 1, "us/op", List.of(118.2), List.of()));
    }

    /** A benchmark of blocks for which nothing was declared. */
    static PairedBenchmark paired(MeasuredBenchmark measured) {
        return new PairedBenchmark(
                measured, Budget.NONE, ComparisonRules.PAIRED.looks(), new IterationFit(settings(Map.of())));
    }

    /** Settings that somebody declared. */
    static Settings settings(Map<String, String> values) {
        return new Settings(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Run.Setting(entry.getValue(), "test"))));
    }

    /** An audit on such a machine has seen this standard deviation of a block's ratio. */
    static void expectNoise(PairedBenchmark benchmark, double noise) {
        var audited = new AuditedBenchmark(
                benchmark.measured().id(),
                3,
                0,
                0,
                15,
                OptionalDouble.of(noise),
                OptionalDouble.of(noise),
                OptionalDouble.empty(),
                OptionalInt.empty());
        benchmark.expectNoiseOf(
                new Audit(Instant.EPOCH, Map.of(), Duration.ofMinutes(10), 3, List.of(audited)),
                new Environment(Map.of(), Map.of()));
    }

    static PlannedBenchmark planned(String method, int annotatedForks, int annotatedWarmupForks) {
        return new PlannedBenchmark(
                new BenchmarkKey("com.acme.JsonBench." + method, "avgt", Map.of()),
                "com.acme.JsonBench",
                List.of(method),
                List.of("com.acme.JsonBench"),
                true,
                annotatedForks,
                annotatedWarmupForks,
                1,
                List.of());
    }
}
