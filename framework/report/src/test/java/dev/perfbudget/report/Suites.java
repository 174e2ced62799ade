package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Grade;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.SecondaryScore;
import dev.perfbudget.model.Severity;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A suite in which everything happens once, and one whose every text tries to break out of a page. */
record Suites(SuiteVerdict verdict, List<Run> runs) {

    static final String HOSTILE = "<script>alert('Ü')</script>\" onload=\"x ${1+1} &amp; \u001b[31m\n";

    private static final String MODULE = "/projects/shop";
    private static final Instant START = Instant.parse("2026-11-21T10:15:00Z");
    private static final double LEVEL = 0.99;

    /** Held, broken, undecided, exact, one JVM only, point only, no limit, not measured, hung. */
    static Suites mixed() {
        var parse = id("com.acme.shop.JsonBench.parse", Map.of());
        var list = id("com.acme.shop.JsonBench.list", Map.of("size", "1000"));
        var find = id("com.acme.shop.SearchBench.find", Map.of());
        var sort = id("com.acme.shop.SortBench.sort", Map.of());
        var hang = id("com.acme.shop.LockBench.hang", Map.of());
        var verdict = new SuiteVerdict(
                Outcome.FAILED,
                Policy.WARN,
                List.of(
                        verdict(
                                parse,
                                Outcome.PASSED,
                                held(limit(StandardMetric.MEAN, 250, Unit.MICROSECONDS), 182.4e3, 190.2e3),
                                exact(limit(StandardMetric.ALLOCATION, 64, Unit.KILOBYTES), 61_440)),
                        verdict(
                                list,
                                Outcome.FAILED,
                                broken(limit(StandardMetric.MEAN, 1, Unit.MILLISECONDS), 1.71e6, 1.64e6),
                                rate(limit(StandardMetric.THROUGHPUT, 500, Unit.PER_SECOND), 584.7, 561.2)),
                        verdict(
                                find,
                                Outcome.PASSED,
                                undecided(limit(StandardMetric.P99, 50, Unit.MILLISECONDS), 48.9e6, 44.1e6, 54.0e6),
                                thisJvm(limit(StandardMetric.MEAN, 2, Unit.MILLISECONDS), 1.2e6, 1.3e6)),
                        verdict(sort, Outcome.PASSED),
                        unmeasured(hang)),
                List.of(
                        "The agent [-javaagent:jacoco.jar] of the test JVM was left out of the forks.",
                        "The queue was held by [shop-web] for 12 s."));
        var run = run(List.of(
                benchmark(parse, 212, "us/op"),
                benchmark(list, 1710, "us/op"),
                benchmark(find, 14.8, "ms/op"),
                benchmark(sort, 1.34, "us/op"),
                new BenchmarkRun(
                        hang,
                        "com.acme.shop.LockBench",
                        List.of("hang"),
                        4,
                        "",
                        Budget.NONE,
                        5,
                        0,
                        List.of(),
                        List.of(hung(0), hung(1)))));
        return new Suites(verdict, List.of(run));
    }

    static Suites hostile() {
        return hostile(HOSTILE);
    }

    /** With this wherever there is a text. */
    static Suites hostile(String text) {
        var id = new BenchmarkId("com.acme." + text + ".x", BenchmarkMode.AVERAGE_TIME, Map.of(text, text));
        var limit = new Limit(Metric.labelled(text), LimitOperator.AT_MOST, new Quantity(3, Unit.COUNT), text, text);
        var failure = new ForkFailure(0, ForkFailure.Kind.THREW, text, text + "\n" + text);
        var verdict = new BenchmarkVerdict(
                id,
                text,
                Outcome.FAILED,
                new Verdict.NoBaseline(),
                Optional.empty(),
                List.of(new LimitVerdict(
                        limit, State.UNMEASURED, new Evidence.Nothing(text), Optional.empty(), Optional.empty())),
                List.of(),
                List.of(),
                5,
                List.of(failure));
        var run = new Run(
                text,
                START,
                START,
                text,
                new Environment(Map.of(text, text), Map.of(text, text)),
                new Provenance(
                        Optional.of(text),
                        Optional.of(text),
                        true,
                        Optional.of(text),
                        Optional.of("javascript:alert(1)")),
                Map.of(text, new Run.Setting(text, text)),
                List.of(new BenchmarkRun(
                        id,
                        text,
                        List.of(text),
                        1,
                        text,
                        Budget.NONE,
                        5,
                        0,
                        List.of(fork(id, 0, 3, text, new Random(1), new SecondaryScore(text, 1, text))),
                        List.of(failure))),
                List.of(id),
                List.of(text),
                List.of(text));
        return new Suites(new SuiteVerdict(Outcome.FAILED, Policy.WARN, List.of(verdict), List.of(text)), List.of(run));
    }

    static BenchmarkVerdict verdict(BenchmarkId id, Outcome outcome, LimitVerdict... limits) {
        return verdict(id, outcome, new Verdict.NoBaseline(), limits);
    }

    static BenchmarkVerdict verdict(BenchmarkId id, Outcome outcome, Verdict comparison, LimitVerdict... limits) {
        var score = new Score(
                new Quantity(1.34, Unit.MICROSECONDS),
                Optional.of(new ConfidenceInterval(1.21, 1.49, 0.95)),
                List.of(1.25, 1.3, 1.34, 1.38, 1.44));
        return new BenchmarkVerdict(
                id,
                MODULE,
                outcome,
                comparison,
                Optional.of(score),
                List.of(limits),
                List.of(),
                List.of(),
                5,
                List.of());
    }

    static BenchmarkId id(String name, Map<String, String> params) {
        return new BenchmarkId(name, BenchmarkMode.AVERAGE_TIME, params);
    }

    static Limit limit(StandardMetric metric, double bound, Unit unit) {
        var comparison = metric == StandardMetric.THROUGHPUT ? LimitOperator.AT_LEAST : LimitOperator.AT_MOST;
        return new Limit(metric, comparison, new Quantity(bound, unit), "", "@PerfBudget on com.acme.shop.JsonBench");
    }

    static LimitVerdict held(Limit limit, double nanos, double upper) {
        return new LimitVerdict(
                limit,
                State.HELD,
                new Evidence.OverForks(
                        time(nanos), new Evidence.Bounds(time(nanos * nanos / upper), time(upper), LEVEL), 5),
                Optional.empty(),
                Optional.of(Grade.B));
    }

    private static LimitVerdict broken(Limit limit, double nanos, double lower) {
        return new LimitVerdict(
                limit,
                State.BROKEN,
                new Evidence.OverForks(
                        time(nanos), new Evidence.Bounds(time(lower), time(nanos * nanos / lower), LEVEL), 5),
                Optional.of(Severity.SERIOUS),
                Optional.of(Grade.E));
    }

    private static LimitVerdict undecided(Limit limit, double nanos, double lower, double upper) {
        return new LimitVerdict(
                limit,
                State.UNDECIDED,
                new Evidence.OverForks(time(nanos), new Evidence.Bounds(time(lower), time(upper), LEVEL), 5),
                Optional.empty(),
                Optional.of(Grade.C));
    }

    private static LimitVerdict thisJvm(Limit limit, double nanos, double upper) {
        return new LimitVerdict(
                limit,
                State.UNDECIDED,
                new Evidence.ThisJvmOnly(time(nanos), new Evidence.Bounds(time(1.1e6), time(upper), LEVEL)),
                Optional.empty(),
                Optional.of(Grade.A));
    }

    private static LimitVerdict rate(Limit limit, double rate, double lower) {
        return new LimitVerdict(
                limit,
                State.HELD,
                new Evidence.OverForks(
                        new Quantity(rate, Unit.PER_SECOND),
                        new Evidence.Bounds(
                                new Quantity(lower, Unit.PER_SECOND), new Quantity(610, Unit.PER_SECOND), LEVEL),
                        5),
                Optional.empty(),
                Optional.of(Grade.C));
    }

    private static LimitVerdict exact(Limit limit, double bytes) {
        return new LimitVerdict(
                limit,
                State.HELD,
                new Evidence.Exact(new Quantity(bytes, Unit.BYTES), 5),
                Optional.empty(),
                Optional.of(Grade.C));
    }

    private static BenchmarkVerdict unmeasured(BenchmarkId id) {
        var nothing = new LimitVerdict(
                limit(StandardMetric.MEAN, 1, Unit.SECONDS),
                State.UNMEASURED,
                new Evidence.Nothing("No fork finished."),
                Optional.empty(),
                Optional.empty());
        return new BenchmarkVerdict(
                id,
                MODULE,
                Outcome.FAILED,
                new Verdict.NoBaseline(),
                Optional.empty(),
                List.of(nothing),
                List.of(),
                List.of(),
                5,
                List.of(hung(0), hung(1)));
    }

    static BenchmarkVerdict cutShort(BenchmarkVerdict whole) {
        return new BenchmarkVerdict(
                whole.id(),
                whole.module(),
                whole.outcome(),
                whole.comparison(),
                whole.score(),
                whole.limits(),
                whole.samples(),
                whole.information(),
                whole.plannedForks(),
                List.of(new ForkFailure(4, ForkFailure.Kind.NOT_REACHED, "The time was used up before its turn", "")));
    }

    private static ForkFailure hung(int index) {
        return new ForkFailure(
                index,
                ForkFailure.Kind.HUNG,
                "No sign of life for [60 s] in iteration 3. It was killed. Mend the benchmark or raise perfbudget.timeout.",
                "\"main\" waiting on java.util.concurrent.locks.ReentrantLock\n"
                        + "    at com.acme.shop.LockBench.hang(LockBench.java:41)");
    }

    private static Quantity time(double nanos) {
        return new Quantity(nanos, Unit.NANOSECONDS);
    }

    private static BenchmarkRun benchmark(BenchmarkId id, double score, String unit) {
        var random = new Random(7);
        var forks = new ArrayList<Fork>();
        for (int i = 0; i < 5; i++) {
            forks.add(fork(id, i, score, unit, random, new SecondaryScore("hits", 1000 + i, "ops/s")));
        }
        return new BenchmarkRun(
                id,
                id.name().substring(0, id.name().lastIndexOf('.')),
                List.of("x"),
                1,
                "9f86d081884c7d65",
                Budget.NONE,
                5,
                0,
                forks,
                List.of());
    }

    private static Fork fork(
            BenchmarkId id, int index, double score, String unit, Random random, SecondaryScore secondary) {
        var iterations = new ArrayList<Iteration>();
        var level = score * (1 + 0.05 * random.nextGaussian());
        for (int i = 0; i < 28; i++) {
            var warmup = i < 18;
            var slow = warmup ? 1 + 6 * Math.exp(-i / 2.0) : 1;
            iterations.add(new Iteration(
                    warmup,
                    warmup ? i : i - 18,
                    START,
                    Duration.ofMillis(100),
                    level * slow * (1 + 0.02 * Math.abs(random.nextGaussian())),
                    500,
                    List.of(),
                    List.of(),
                    Map.of("cpu", 104_000_000L, "allocated", 30_720_000L, "gc.count", 1L, "gc.time", 2L)));
        }
        return new Fork(
                id,
                index,
                START,
                unit,
                iterations,
                List.of(secondary),
                new Steadiness(index != 3, 9 + index),
                Map.of(),
                Map.of());
    }

    private static Run run(List<BenchmarkRun> benchmarks) {
        return new Run(
                "20261121-101500-4711",
                START,
                START.plusSeconds(203),
                MODULE,
                new Environment(
                        Map.of(
                                "cpu.model", "AMD EPYC 7B13",
                                "cpu.cores", "2",
                                "jdk", "17.0.15+6 Debian",
                                "gc", "SerialGC",
                                "jmh", "1.37"),
                        Map.of("host", "runner-7", "load", "0.8")),
                new Provenance(
                        Optional.of("4f1c2d3e5a6b7c8d9e0f112233445566778899aa"),
                        Optional.of("main"),
                        true,
                        Optional.of("GitHub Actions"),
                        Optional.of("https://github.com/acme/shop/actions/runs/1")),
                Map.of(
                        "forks", new Run.Setting("5", "default"),
                        "effort", new Run.Setting("gate", "default"),
                        "policy", new Run.Setting("warn", "pom.xml"),
                        "cap", new Run.Setting("20 min", "-D")),
                benchmarks,
                List.of(),
                List.of(),
                List.of());
    }
}
