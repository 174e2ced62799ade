package dev.perfbudget.model.json;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.RecordedMetric;
import dev.perfbudget.model.ResourceSample;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SecondaryScore;
import dev.perfbudget.model.Slowdown;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run with something in every field. */
final class Samples {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00.123Z");

    private Samples() {}

    static Run run() {
        return new Run(
                "20261121-100000-42",
                START,
                START.plusSeconds(60),
                "/home/ünï cödé/module",
                new Environment(Map.of("cpu.model", "x"), Map.of("hostname", "y")),
                new Provenance(
                        Optional.of("c0ffee"), Optional.empty(), true, Optional.of("GitHub Actions"), Optional.empty()),
                Map.of("forks", new Run.Setting("7", "-Dperfbudget.forks")),
                List.of(benchmark()),
                List.of(new BenchmarkId("com.acme.JsonBench.gone", BenchmarkMode.AVERAGE_TIME, Map.of())),
                List.of("Dropped the JVM argument -Xmx1g"),
                List.of("A debugger was attached"));
    }

    /** One that was measured in blocks. */
    static Run pairedRun() {
        var run = run();
        var replaced = new Pairing.DisturbedBlock(
                0, List.of("steal 14 %"), Optional.of(new Pairing.BlockForks(fork(0), fork(0))));
        var kept = new Pairing.DisturbedBlock(0, List.of("steal 12 %"), Optional.empty());
        var forks = new Pairing.PairedForks(
                id(), List.of(fork(0)), Optional.of("its fork failed"), List.of(replaced, kept));
        return new Run(
                run.id(),
                run.start(),
                run.end(),
                run.module(),
                run.environment(),
                run.provenance(),
                run.settings(),
                run.benchmarks(),
                run.gone(),
                run.notes(),
                run.flaws(),
                Optional.of(new Pairing(
                        "git:main (a1b2c3d)",
                        7,
                        List.of("com.acme:json 1.0 -> 2.0"),
                        List.of(forks),
                        Optional.of(new Pairing.Control(List.of(new Pairing.BlockForks(fork(0), fork(0))))))));
    }

    static Fork fork(int index) {
        return new Fork(
                id(),
                index,
                START,
                "us/op",
                List.of(iteration(true, 0, 20.5), iteration(false, 0, 10.25)),
                List.of(new SecondaryScore("hits", Double.NaN, "ops/s")),
                new Steadiness(true, 1),
                Map.of("java.version", "17.0.15"),
                Map.of("rss", 1e8));
    }

    static ResourceSample resources(int second) {
        return new ResourceSample(
                START.plusSeconds(second),
                Duration.ofSeconds(second),
                Map.of("system.cpu", 12.5),
                List.of(new ResourceSample.OfFork(42, Map.of("rss", 1e8))));
    }

    private static BenchmarkRun benchmark() {
        return new BenchmarkRun(
                id(),
                "com.acme.JsonBench",
                List.of("parse"),
                4,
                "sha256:abc",
                new Budget(
                        List.of(
                                limit(StandardMetric.MEAN, 120, Unit.MICROSECONDS),
                                limit(new RecordedMetric("gc.count"), 3, Unit.COUNT)),
                        Optional.of(new Slowdown(0.05, "5%", "pom.xml"))),
                5,
                0,
                List.of(fork(0)),
                List.of(new ForkFailure(1, ForkFailure.Kind.HUNG, "hung", "last \"output\"\n")));
    }

    private static Limit limit(Metric metric, double value, Unit unit) {
        return new Limit(metric, LimitOperator.AT_MOST, new Quantity(value, unit), "as written", "@PerfBudget on x");
    }

    private static BenchmarkId id() {
        var params = new LinkedHashMap<String, String>();
        params.put("z", "1");
        params.put("a", "ä\"");
        return new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.SAMPLE_TIME, params);
    }

    private static Iteration iteration(boolean warmup, int index, double score) {
        return new Iteration(
                warmup,
                index,
                START,
                Duration.ofNanos(100_000_001),
                score,
                9756,
                List.of(new SecondaryScore("hits", 12, "ops/s")),
                List.of(new Iteration.Latency(10.25, 9756)),
                Map.of("allocated", 1L << 40, "gc.count", 0L));
    }
}
