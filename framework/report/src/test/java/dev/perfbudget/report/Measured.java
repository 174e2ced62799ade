package dev.perfbudget.report;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Slowdown;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.report.chart.ResourceLines;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs as a machine would measure them, made up from a seed, and judged as any other. */
final class Measured {

    private static final String MODULE = "/projects/shop";
    private static final Instant START = Instant.parse("2026-11-21T10:15:00Z");
    private static final List<String> NAMES = List.of(
            "checkout.CartBench.total",
            "checkout.CartBench.discount",
            "checkout.OrderBench.place",
            "json.JsonBench.parse",
            "json.JsonBench.write",
            "search.IndexBench.lookup",
            "search.IndexBench.merge",
            "search.RankBench.score",
            "text.RegexBench.match",
            "text.TokenBench.split");
    /** Of candidate to baseline, benchmark by benchmark. */
    private static final double[] RATIOS = {1.0, 1.14, 1.0, 1.22, 0.99, 1.0, 0.82, 1.01, 1.05, 1.0};
    /** Between forks. */
    private static final double[] NOISE = {0.01, 0.012, 0.008, 0.015, 0.02, 0.006, 0.02, 0.01, 0.06, 0.009};

    private final int forks;
    private final int iterations;
    private final boolean isPaired;
    private final Random random;

    /** @param iterations of warmup, and as many measured ones */
    private Measured(int forks, int iterations, boolean isPaired, long seed) {
        this.forks = forks;
        this.iterations = iterations;
        this.isPaired = isPaired;
        this.random = new Random(seed);
    }

    /** Ten benchmarks beside a baseline that took turns: regressed, waived, improved, open, unchanged. */
    static ReportContent paired() {
        var waiver = new Waiver(
                "com.acme.shop.checkout.CartBench.discount",
                "*",
                1.3,
                "rounding moved into the domain",
                LocalDate.parse("2027-01-31"));
        return new Measured(8, 10, true, 7).content(NAMES.size(), List.of(waiver));
    }

    /** As many as nobody reads, with limits only. */
    static ReportContent large(int benchmarks, int forks, int iterations) {
        return new Measured(forks, iterations / 2, false, 11).content(benchmarks, List.of());
    }

    private ReportContent content(int benchmarks, List<Waiver> waivers) {
        var runs = new ArrayList<BenchmarkRun>();
        var baselines = new ArrayList<Pairing.PairedForks>();
        for (var index = 0; index < benchmarks; index++) {
            var id = id(index);
            var ratio = RATIOS[index % RATIOS.length];
            var confirming = isPaired && ratio > 1.1 ? forks : 0;
            var level = 40 + 977.0 * (index % 17);
            var candidate = new ArrayList<Fork>();
            var baseline = new ArrayList<Fork>();
            for (var fork = 0; fork < forks + confirming; fork++) {
                var noise = 1 + NOISE[index % NOISE.length] * random.nextGaussian();
                if (isPaired) {
                    baseline.add(fork(id, fork, level * noise));
                }
                candidate.add(fork(id, fork, level * noise * ratio * (1 + 0.004 * random.nextGaussian())));
            }
            runs.add(new BenchmarkRun(
                    id,
                    id.name().substring(0, id.name().lastIndexOf('.')),
                    List.of("x"),
                    1,
                    "Bench:9f86d081884c",
                    budget(index, level),
                    forks + confirming,
                    confirming,
                    candidate,
                    List.of()));
            baselines.add(new Pairing.PairedForks(id, baseline, Optional.empty()));
        }
        var run = run(runs, baselines);
        var suite = new Judge(Policy.WARN).judge(List.of(run), new Baseline(List.of(), waivers));
        return new ReportContent(
                suite,
                List.of(run),
                Map.of(),
                new NextCommands("mvn verify -Dperfbudget.baseline=git:origin/main", "mvn perfbudget:accept"),
                new ResourceLines());
    }

    private static BenchmarkId id(int index) {
        var round = index / NAMES.size();
        return new BenchmarkId(
                "com.acme.shop." + NAMES.get(index % NAMES.size()),
                BenchmarkMode.AVERAGE_TIME,
                round == 0 && index % 3 != 0 ? Map.of() : Map.of("size", Integer.toString(100 * (round + 1))));
    }

    private static Budget budget(int index, double level) {
        var mean = new Limit(
                StandardMetric.MEAN,
                LimitOperator.AT_MOST,
                new Quantity(Math.rint(level * (index % 5 == 3 ? 1.05 : 1.3 + 0.2 * (index % 4))), Unit.MICROSECONDS),
                "",
                "@PerfBudget on com.acme.shop");
        var allocation = new Limit(
                StandardMetric.ALLOCATION,
                LimitOperator.AT_MOST,
                new Quantity(64, Unit.KILOBYTES),
                "",
                "perfbudget/budgets.properties:7");
        var limits = index % 2 == 0 ? List.of(mean) : List.of(mean, allocation);
        return new Budget(limits, Optional.of(new Slowdown(0.05, "5%", "pom.xml")));
    }

    private Fork fork(BenchmarkId id, int index, double level) {
        var measured = IntStream.range(0, iterations)
                .mapToObj(
                        iteration -> iteration(false, iteration, level * (1 + 0.01 * Math.abs(random.nextGaussian()))))
                .toList();
        var all = new ArrayList<>(IntStream.range(0, iterations)
                .mapToObj(iteration -> iteration(
                        true,
                        iteration,
                        level * (1 + 3 * Math.exp(-iteration / 2.0)) * (1 + 0.02 * random.nextDouble())))
                .toList());
        all.addAll(measured);
        return new Fork(
                id,
                index,
                START.plusSeconds(index),
                "us/op",
                all,
                List.of(),
                new Steadiness(random.nextInt(12) > 0, iterations),
                Map.of(),
                Map.of(
                        "rss", 180e6 + 4e6 * random.nextGaussian(),
                        "threads", 21.0,
                        "faults.major", 0.0,
                        "cpu.utilisation", 1.02));
    }

    private static Iteration iteration(boolean warmup, int index, double score) {
        return new Iteration(
                warmup,
                index,
                START,
                Duration.ofMillis(100),
                score,
                500,
                List.of(),
                List.of(),
                Map.of("cpu", 104_000_000L, "allocated", 30_720_000L, "gc.count", 1L, "gc.time", 2L));
    }

    private Run run(List<BenchmarkRun> benchmarks, List<Pairing.PairedForks> baselines) {
        return new Run(
                "20261121-101500-4711",
                START,
                START.plusSeconds(503),
                MODULE,
                new Environment(
                        Map.of(
                                "cpu.model", "AMD EPYC 7B13",
                                "cpu.logical", "2",
                                "memory.class", "8 GB",
                                "jdk.build", "17.0.15+6",
                                "gc", "G1GC",
                                "jmh.version", "1.37"),
                        Map.of("host", "runner-7", "sampling", "1 s")),
                new Provenance(
                        Optional.of("4f1c2d3e5a6b7c8d9e0f112233445566778899aa"),
                        Optional.of("faster-cart"),
                        false,
                        Optional.of("GitHub Actions"),
                        Optional.of("https://github.com/acme/shop/actions/runs/1")),
                Map.of("forks", new Run.Setting("8", "default"), "policy", new Run.Setting("warn", "pom.xml")),
                benchmarks,
                List.of(),
                List.of("The agent [-javaagent:jacoco.jar] of the test JVM was left out of the forks."),
                List.of(),
                isPaired ? Optional.of(pairing(baselines)) : Optional.empty());
    }

    private static Pairing pairing(List<Pairing.PairedForks> baselines) {
        return new Pairing(
                "git:origin/main (a1b2c3d)",
                20261121,
                List.of("jackson-core 3.2.3 became 3.2.4", "shop-core is built from other sources"),
                baselines);
    }
}
