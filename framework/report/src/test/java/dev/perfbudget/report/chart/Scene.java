package dev.perfbudget.report.chart;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Resource;
import dev.perfbudget.model.ResourceSample;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A benchmark beside its baseline, whose numbers a test makes up, and what the judge says of it. */
final class Scene {

    static final Instant START = Instant.parse("2026-11-21T10:15:00Z");

    private static final Duration SLICE = Duration.ofMillis(100);

    private final Random random = new Random(11);
    private final String name;
    private BenchmarkMode mode = BenchmarkMode.AVERAGE_TIME;
    private String unit = "us/op";
    private int warmups = 10;
    private int measured = 20;
    private int confirming;
    private int latencies;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Fork> baseline = new ArrayList<>();
    private final List<Fork> candidate = new ArrayList<>();
    private final List<DisturbedBlock> disturbed = new ArrayList<>();

    private Scene(String name) {
        this.name = name;
    }

    static Scene of(String name) {
        return new Scene(name);
    }

    static Scene ordinary() {
        return of("com.acme.shop.JsonBench.parse");
    }

    /** So many blocks in which the candidate takes this many times as long, give or take a noise. */
    static Scene paired(int blocks, double ratio, double noise) {
        return ordinary().blocks(blocks, ratio, noise);
    }

    Scene mode(BenchmarkMode other) {
        mode = other;
        return this;
    }

    Scene unit(String text) {
        unit = text;
        return this;
    }

    Scene iterations(int warmup, int measurement) {
        warmups = warmup;
        measured = measurement;
        return this;
    }

    /** Iterations that time so many single operations. */
    Scene latencies(int count) {
        latencies = count;
        return mode(BenchmarkMode.SAMPLE_TIME);
    }

    Scene limit(StandardMetric metric, double bound, Unit in) {
        var operator = metric == StandardMetric.THROUGHPUT ? LimitOperator.AT_LEAST : LimitOperator.AT_MOST;
        limits.add(new Limit(metric, operator, new Quantity(bound, in), "", "@PerfBudget"));
        return this;
    }

    Scene blocks(int count, double ratio, double noise) {
        for (var i = 0; i < count; i++) {
            var level = 180 * (1 + 0.05 * random.nextGaussian());
            baseline.add(fork(baseline.size(), level));
            candidate.add(fork(candidate.size(), level * ratio * (1 + noise * random.nextGaussian())));
        }
        return this;
    }

    Scene confirmedBy(int count, double ratio, double noise) {
        confirming = count;
        return blocks(count, ratio, noise);
    }

    Scene forks(double... levels) {
        for (var level : levels) {
            candidate.add(fork(candidate.size(), level));
        }
        return this;
    }

    /** A fork of each side with just these scores, none of them warmup. */
    Scene raw(double... scores) {
        baseline.add(fork(baseline.size(), scores.length, i -> scores[i]));
        candidate.add(fork(candidate.size(), scores.length, i -> scores[i]));
        return this;
    }

    Scene disturbed(int block) {
        disturbed.add(new DisturbedBlock(block, List.of("steal 14 %"), Optional.empty()));
        return this;
    }

    BenchmarkRun run() {
        return new BenchmarkRun(
                id(),
                "com.acme.shop.JsonBench",
                List.of("parse"),
                1,
                "9f86d081",
                new Budget(limits, Optional.empty()),
                candidate.size(),
                confirming,
                candidate,
                List.of());
    }

    List<Fork> baseline() {
        return baseline;
    }

    Optional<PairedForks> pairing() {
        return baseline.isEmpty()
                ? Optional.empty()
                : Optional.of(new PairedForks(id(), baseline, Optional.empty(), disturbed));
    }

    SuiteVerdict suite() {
        return suite(List.of(this));
    }

    static Waiver waiver(String benchmark) {
        return new Waiver(benchmark, "*", 1.5, "checks were added", LocalDate.parse("2027-01-31"));
    }

    static SuiteVerdict suite(List<Scene> scenes, Waiver... waivers) {
        var paired = scenes.stream().flatMap(scene -> scene.pairing().stream()).toList();
        var run = new Run(
                "r1",
                START,
                START.plusSeconds(60),
                "/projects/shop",
                new Environment(Map.of(), Map.of()),
                new Provenance(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty()),
                Map.of(),
                scenes.stream().map(Scene::run).toList(),
                List.of(),
                List.of(),
                List.of(),
                paired.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Pairing("git:main (a1b2c3d)", 7, List.of(), paired)));
        var judge = new Judge(Policy.WARN);
        return waivers.length == 0
                ? judge.judge(List.of(run))
                : judge.judge(List.of(run), new Baseline(List.of(), List.of(waivers)));
    }

    /** All samples of a suite, by the last two parts of their names. */
    static List<NamedSample> samples(SuiteVerdict suite) {
        return suite.benchmarks().stream()
                .flatMap(benchmark -> benchmark.samples().stream())
                .map(sample -> new NamedSample(shortName(sample.id().benchmark()), sample))
                .toList();
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    BenchmarkVerdict verdict() {
        return suite().benchmarks().get(0);
    }

    SampleVerdict sample() {
        return verdict().samples().get(0);
    }

    List<Chart> charts() {
        return BenchmarkCharts.of(run(), verdict(), pairing(), new ResourceLines());
    }

    /** What would have been read of every fork each 0.2 s. */
    ResourceLines lines() {
        var lines = new ResourceLines();
        for (var fork : candidate) {
            for (var i = 0; i < 15; i++) {
                var pid = Long.parseLong(fork.jvm().getOrDefault("pid", "0"));
                lines.accept(new ResourceSample(
                        fork.start().plusMillis(200L * i),
                        Duration.ofMillis(200L * i),
                        Map.of(),
                        List.of(new ResourceSample.OfFork(
                                pid,
                                Map.of(
                                        Resource.RSS_LAST.label(),
                                        8e7 + 4e6 * i,
                                        Resource.SYSTEM_FOREIGN.label(),
                                        i == 7 ? 0.6 : 0.05)))));
            }
        }
        return lines;
    }

    private BenchmarkId id() {
        return new BenchmarkId(name, mode, Map.of("size", "1000"));
    }

    private Fork fork(int index, double level) {
        return fork(index, warmups + measured, i -> {
            var slow = i < warmups ? 1 + 4 * Math.exp(-i / 1.5) : 1;
            return level * slow * (1 + 0.015 * Math.abs(random.nextGaussian()));
        });
    }

    private Fork fork(int index, int iterations, IntToDoubleFunction score) {
        var start = START.plusSeconds(20L * index);
        var warm = iterations == warmups + measured ? warmups : 0;
        return new Fork(
                id(),
                index,
                start,
                unit,
                IntStream.range(0, iterations)
                        .mapToObj(i -> iteration(i, warm, start, score.applyAsDouble(i)))
                        .toList(),
                List.of(),
                new Steadiness(index != 3, Math.max(0, warm - 2)),
                Map.of("pid", Integer.toString(4000 + index)),
                Map.of("rss", 1.1e8 + 2e6 * index));
    }

    private Iteration iteration(int index, int warm, Instant start, double score) {
        return new Iteration(
                index < warm,
                index < warm ? index : index - warm,
                start.plus(SLICE.multipliedBy(index)),
                SLICE,
                score,
                500,
                List.of(),
                latencies(score),
                Map.of(
                        "cpu", 104_000_000L + 10_000_000L * (warm - Math.min(warm, index)),
                        "allocated", 30_720_000L,
                        "gc.count", index % 5 == 0 ? 1L : 0L,
                        "gc.time", index % 5 == 0 ? 3L : 0L,
                        "jit.time", index < warm ? 60L : 0L));
    }

    private List<Iteration.Latency> latencies(double score) {
        var counts = new TreeMap<Double, Long>();
        for (var i = 0; i < latencies; i++) {
            var time = score * (0.8 + 0.2 * Math.exp(Math.abs(random.nextGaussian())));
            counts.merge(random.nextInt(200) == 0 ? time * 15 : Math.rint(time), 1L, Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new Iteration.Latency(entry.getKey(), entry.getValue()))
                .toList();
    }
}
