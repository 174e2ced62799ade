package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Effort;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.ToHost;
import java.time.Duration;
import java.util.Optional;

/**
 * How much is measured of one benchmark.
 *
 * @param forks that count
 * @param warmupForks that are thrown away first
 * @param ours our own counts and times; absent where everything is as annotated
 */
record ForkEffort(int forks, int warmupForks, Optional<Iterations> ours) {

    private static final int SINGLE_SHOT_WARMUPS = 10;
    private static final int SINGLE_SHOTS = 20;

    private static final int BLOCK_WARMUPS = 40;
    private static final int BLOCK_ITERATIONS = 12;
    private static final int CONTROL_WARMUPS = 5;
    private static final int CONTROL_ITERATIONS = 15;
    private static final Duration BLOCK_ITERATION_TIME = Duration.ofMillis(50);

    /** What a fork costs beside its iterations: the start of a JVM, and JMH's own work. */
    private static final Duration START = Duration.ofMillis(700);

    /**
     * Counts and times of a fork.
     *
     * @param warmups at most
     * @param time of one iteration; no meaning for single shots
     */
    record Iterations(int warmups, int measured, Duration time) {}

    static ForkEffort of(PlannedBenchmark benchmark, Settings settings) {
        return switch (settings.value(SettingName.EFFORT)) {
            case GATE -> gate(benchmark, settings);
            case JMH ->
                new ForkEffort(
                        settings.ifDeclared(SettingName.FORKS).orElse(Math.max(1, benchmark.annotatedForks())),
                        benchmark.annotatedWarmupForks(),
                        Optional.empty());
        };
    }

    private static ForkEffort gate(PlannedBenchmark benchmark, Settings settings) {
        var singleShot = isSingleShot(benchmark);
        var iterations = new Iterations(
                singleShot
                        ? settings.ifDeclared(SettingName.WARMUP_ITERATIONS).orElse(SINGLE_SHOT_WARMUPS)
                        : settings.value(SettingName.WARMUP_ITERATIONS),
                singleShot
                        ? settings.ifDeclared(SettingName.ITERATIONS).orElse(SINGLE_SHOTS)
                        : settings.value(SettingName.ITERATIONS),
                settings.value(SettingName.ITERATION_TIME));
        return new ForkEffort(settings.value(SettingName.FORKS), 0, Optional.of(iterations));
    }

    /**
     * Of both forks of a block, which take turns after each iteration: so these are short, and there are more of them.
     * The shorter they are the faster a change of the machine meets both alike; what an iteration costs beside its time
     * is some tenths of a millisecond.
     */
    static ForkEffort inBlocks(PlannedBenchmark benchmark, Settings settings) {
        if (settings.value(SettingName.EFFORT) == Effort.JMH || isSingleShot(benchmark)) {
            return of(benchmark, settings);
        }
        var iterations = new Iterations(
                settings.ifDeclared(SettingName.WARMUP_ITERATIONS).orElse(BLOCK_WARMUPS),
                settings.ifDeclared(SettingName.ITERATIONS).orElse(BLOCK_ITERATIONS),
                blockIterationTime(settings));
        return new ForkEffort(ComparisonRules.PAIRED.looks().get(0), 0, Optional.of(iterations));
    }

    /** Of both forks of a block of the calibration kernel: iterations as long as those of other blocks, but fewer. */
    static ForkEffort ofControl(Settings settings) {
        return new ForkEffort(
                1, 0, Optional.of(new Iterations(CONTROL_WARMUPS, CONTROL_ITERATIONS, blockIterationTime(settings))));
    }

    private static boolean isSingleShot(PlannedBenchmark benchmark) {
        return benchmark.key().mode().equals(BenchmarkMode.SINGLE_SHOT.label());
    }

    /** One fork with one measured iteration, as short as it gets. */
    static ForkEffort once(Duration iteration) {
        return new ForkEffort(1, 0, Optional.of(new Iterations(0, 1, iteration)));
    }

    /** A test is measured once in its JVM, with counts of its own. */
    static ForkEffort inPlace() {
        return new ForkEffort(1, 0, Optional.empty());
    }

    /** For people and for the environment class: {@code gate, iterations of 100 ms}. */
    static String describe(Settings settings, boolean inBlocks) {
        if (settings.value(SettingName.EFFORT) == Effort.JMH) {
            return inBlocks ? "jmh, in blocks" : "jmh";
        }
        return inBlocks
                ? "blocks, iterations of " + blockIterationTime(settings).toMillis() + " ms"
                : "gate, iterations of "
                        + settings.value(SettingName.ITERATION_TIME).toMillis() + " ms";
    }

    private static Duration blockIterationTime(Settings settings) {
        return settings.ifDeclared(SettingName.ITERATION_TIME).orElse(BLOCK_ITERATION_TIME);
    }

    /** The same forks with other counts and times. */
    ForkEffort with(Iterations iterations) {
        return new ForkEffort(forks, warmupForks, Optional.of(iterations));
    }

    /** What a host is told. */
    ToHost.Effort command(int warmups, Duration timeout) {
        if (ours.isEmpty()) {
            return new ToHost.Effort.AsAnnotated();
        }
        var time = ours.get().time().toNanos();
        return new ToHost.Effort.Fixed(warmups, time, ours.get().measured(), time, timeout.toNanos());
    }

    /** About how long one fork takes that warms up so long; unknown where everything is as annotated. */
    Optional<Duration> expected(int warmups) {
        return ours.map(iterations -> expected(iterations.time(), warmups));
    }

    /** The same at the pace of forks that are there. */
    Duration expected(Duration pace, int warmups) {
        return ours.map(iterations ->
                        pace.multipliedBy(warmups + iterations.measured()).plus(START))
                .orElse(pace);
    }

    /** What each iteration of a fork took that warmed up so long; all of the fork where everything is as annotated. */
    Duration pace(Duration took, int warmups) {
        return ours.map(iterations -> beyondStart(took).dividedBy(Math.max(1, warmups + iterations.measured())))
                .orElse(took);
    }

    private static Duration beyondStart(Duration took) {
        return took.compareTo(START) > 0 ? took.minus(START) : Duration.ZERO;
    }
}
