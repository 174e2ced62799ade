package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Declarations;
import dev.perfbudget.model.DeclaredValues;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SecondaryScore;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A benchmark whose measurements a test writes down. */
final class Measured {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final BenchmarkMode mode;
    private final String unit;
    private int threads = 1;
    private int plannedForks = 5;
    private int confirmationForks;
    private List<String> methods = List.of("parse");
    private String workload = "workload";
    private final Map<String, String> limits = new HashMap<>();
    private final List<String> metrics = new ArrayList<>();
    private final List<Fork> forks = new ArrayList<>();
    private final List<DisturbedBlock> disturbed = new ArrayList<>();
    private final List<ForkFailure> failures = new ArrayList<>();
    private final Map<String, String> facts = new HashMap<>();

    private Measured(BenchmarkMode mode, String unit) {
        this.mode = mode;
        this.unit = unit;
    }

    static Measured in(BenchmarkMode mode, String unit) {
        return new Measured(mode, unit);
    }

    static Measured averageTime() {
        return in(BenchmarkMode.AVERAGE_TIME, "us/op");
    }

    Measured limit(String attribute, String text) {
        limits.put(attribute, text);
        return this;
    }

    Measured metric(String expression) {
        metrics.add(expression);
        return this;
    }

    Measured threads(int number) {
        threads = number;
        return this;
    }

    Measured method(String name) {
        methods = List.of(name);
        return this;
    }

    Measured group(String... names) {
        methods = List.of(names);
        return this;
    }

    Measured workload(String fingerprint) {
        workload = fingerprint;
        return this;
    }

    /** Fresh forks, asked for because the others had regressed. */
    Measured confirmedBy(double... scores) {
        confirmationForks = scores.length;
        plannedForks = forks.size() + scores.length;
        return forks(scores);
    }

    Measured planned(int number) {
        plannedForks = number;
        return this;
    }

    /** A fork for each value, in which every one of ten iterations has that score. */
    Measured forks(double... scores) {
        Arrays.stream(scores).forEach(score -> {
            var iterations = new double[10];
            Arrays.fill(iterations, score);
            fork(iterations);
        });
        return this;
    }

    Measured fork(double... scores) {
        return fork(Arrays.stream(scores).mapToObj(Measured::iteration).toArray(Iteration[]::new));
    }

    Measured fork(Iteration... iterations) {
        return fork(new Steadiness(true, 0), iterations);
    }

    Measured fork(Steadiness steadiness, Iteration... iterations) {
        forks.add(new Fork(
                id(), forks.size(), START, unit, List.of(iterations), List.of(), steadiness, Map.of(), Map.of()));
        return this;
    }

    /** A block that another was measured in place of: each side with ten iterations of a score. */
    Measured replaced(double baseline, double candidate) {
        var forks = new BlockForks(
                averageTime().forks(baseline).forks.get(0),
                averageTime().forks(candidate).forks.get(0));
        disturbed.add(new DisturbedBlock(disturbed.size(), List.of("steal 14 %"), Optional.of(forks)));
        return this;
    }

    /** A fork for each value, of which that was seen from outside. */
    Measured resource(String label, double... values) {
        Arrays.stream(values)
                .forEach(value -> forks.add(new Fork(
                        id(),
                        forks.size(),
                        START,
                        unit,
                        List.of(iteration(100)),
                        List.of(),
                        new Steadiness(true, 0),
                        Map.of(),
                        Map.of(label, value))));
        return this;
    }

    /** A fact of the run's environment. */
    Measured fact(String name, String value) {
        facts.put(name, value);
        return this;
    }

    Measured failure(ForkFailure.Kind kind, String message) {
        failures.add(new ForkFailure(forks.size() + failures.size(), kind, message, ""));
        return this;
    }

    static Iteration iteration(double score) {
        return iteration(score, 1000, Map.of());
    }

    static Iteration iteration(double score, long operations, Map<String, Long> counters) {
        return new Iteration(
                false, 0, START, Duration.ofMillis(100), score, operations, List.of(), List.of(), counters);
    }

    static Iteration warmup(double score) {
        return new Iteration(true, 0, START, Duration.ofMillis(100), score, 1000, List.of(), List.of(), Map.of());
    }

    static Iteration shot(double... times) {
        var latencies = Arrays.stream(times)
                .sorted()
                .mapToObj(time -> new Iteration.Latency(time, 1))
                .toList();
        return new Iteration(false, 0, START, Duration.ofMillis(100), 0, times.length, List.of(), latencies, Map.of());
    }

    static Iteration secondary(String label, double score, String unit) {
        return new Iteration(
                false,
                0,
                START,
                Duration.ofMillis(100),
                1,
                1000,
                List.of(new SecondaryScore(label, score, unit)),
                List.of(),
                Map.of("gc.count", 2L));
    }

    LimitVerdict verdict() {
        var verdicts = benchmarkVerdict(Policy.WARN).limits();
        if (verdicts.size() != 1) {
            throw new IllegalStateException("The benchmark has not one limit but " + verdicts.size());
        }
        return verdicts.get(0);
    }

    String sentence() {
        return Sentences.about(verdict());
    }

    BenchmarkVerdict benchmarkVerdict(Policy policy) {
        return new Judge(policy).judge(List.of(run())).benchmarks().get(0);
    }

    Run run() {
        return run(this);
    }

    /** A run in blocks: the baseline's forks of each benchmark, which took turns with its own. */
    static Run pairedRun(List<Measured> benchmarks, List<Measured> baselines) {
        var run = run(benchmarks.toArray(Measured[]::new));
        return pairedRun(
                run,
                baselines.stream()
                        .map(baseline -> new Pairing.PairedForks(
                                baseline.id(), baseline.forks, Optional.empty(), baseline.disturbed))
                        .toList());
    }

    /** The same run with blocks of a calibration kernel that had these ratios. */
    static Run withControl(Run run, double... ratios) {
        var blocks = Arrays.stream(ratios)
                .mapToObj(ratio -> new BlockForks(
                        averageTime().forks(100).forks.get(0),
                        averageTime().forks(100 * ratio).forks.get(0)))
                .toList();
        var pairing = run.pairing().orElseThrow();
        return withPairing(
                run,
                new Pairing(
                        pairing.baseline(),
                        pairing.seed(),
                        pairing.differences(),
                        pairing.benchmarks(),
                        Optional.of(new Pairing.Control(blocks))));
    }

    /** A run in blocks whose baseline lacks something. */
    static Run pairedRun(Measured benchmark, String lack) {
        return pairedRun(
                run(benchmark), List.of(new Pairing.PairedForks(benchmark.id(), List.of(), Optional.of(lack))));
    }

    /** A run beside a baseline that has nothing of its module. */
    static Run runWithoutBaseline(Measured benchmark, String why) {
        return withPairing(run(benchmark), Pairing.absent("git:main (a1b2c3d)", 7, List.of(benchmark.id()), why));
    }

    private static Run pairedRun(Run run, List<Pairing.PairedForks> forks) {
        return withPairing(run, new Pairing("git:main (a1b2c3d)", 7, List.of(), forks));
    }

    private static Run withPairing(Run run, Pairing pairing) {
        return with(run, run.gone(), pairing);
    }

    /** The same run, and its baseline has a benchmark that is not there any more. */
    static Run withGone(Run run, BenchmarkId gone) {
        return with(run, List.of(gone), run.pairing().orElseThrow());
    }

    private static Run with(Run run, List<BenchmarkId> gone, Pairing pairing) {
        return new Run(
                run.id(),
                run.start(),
                run.end(),
                run.module(),
                run.environment(),
                run.provenance(),
                run.settings(),
                run.benchmarks(),
                gone,
                run.notes(),
                run.flaws(),
                Optional.of(pairing));
    }

    static Run run(Measured... benchmarks) {
        return new Run(
                "r1",
                START,
                START,
                "/module",
                new Environment(
                        Map.of(),
                        Arrays.stream(benchmarks)
                                .findFirst()
                                .map(first -> first.facts)
                                .orElse(Map.of())),
                new Provenance(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty()),
                Map.of(),
                Arrays.stream(benchmarks).map(Measured::benchmarkRun).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private BenchmarkRun benchmarkRun() {
        var declared = new Declarations.DeclaredBenchmark(
                id(), List.of(new DeclaredValues("@PerfBudget on JsonBench.parse", limits, metrics)));
        var configuration = new Declarations(List.of(), List.of(declared), Optional.empty(), List.of()).resolve();
        return new BenchmarkRun(
                id(),
                "com.acme.JsonBench",
                methods,
                threads,
                workload,
                configuration.budgetOf(id()),
                plannedForks,
                confirmationForks,
                forks,
                failures);
    }

    BenchmarkId id() {
        return new BenchmarkId("com.acme.JsonBench." + methods.get(0), mode, Map.of());
    }
}
