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
 * @param annotatedTimeouts by which an annotated time-out is multiplied, where everything is as annotated
 */
record ForkEffort(int forks, int warmupForks, Optional<Iterations> ours, int annotatedTimeouts) {

    private static final int SINGLE_SHOT_WARMUPS = 10;
    private static final int SINGLE_SHOTS = 20;

    /**
     * With the measured ones fewer than 128: at the 128th call JVMs compile what JMH calls once an iteration anew, during
     * which it runs at a fraction of its speed.
     */
    private static final int BLOCK_WARMUPS = 40;

    private static final int BLOCK_ITERATIONS = 60;
    private static final int CONTROL_WARMUPS = 5;
    private static final Duration BLOCK_WARMUP_TIME = Duration.ofMillis(50);
    private static final Duration BLOCK_ITERATION_TIME = Duration.ofMillis(10);

    /** What a fork costs beside its iterations: the start of a JVM, and JMH's own work. */
    private static final Duration START = Duration.ofMillis(700);

    /** Of forks that wait for no others. */
    ForkEffort(int forks, int warmupForks, Optional<Iterations> ours) {
        this(forks, warmupForks, ours, 1);
    }

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
     * is some tenths of a millisecond. Warmup has no need of that.
     */
    static ForkEffort inBlocks(PlannedBenchmark benchmark, Settings settings) {
        if (settings.value(SettingName.EFFORT) == Effort.JMH || isSingleShot(benchmark)) {
            var effort = of(benchmark, settings);
            return new ForkEffort(effort.forks, effort.warmupForks, effort.ours, Assignment.LONGEST_TURNS);
        }
        var iterations = new Iterations(
                settings.ifDeclared(SettingName.WARMUP_ITERATIONS).orElse(BLOCK_WARMUPS),
                blockWarmupTime(settings),
                settings.ifDeclared(SettingName.ITERATIONS).orElse(BLOCK_ITERATIONS),
                blockIterationTime(settings));
        return new ForkEffort(ComparisonRules.PAIRED.looks().get(0), 0, Optional.of(iterations));
    }

    /** Of both forks of a block of the calibration kernel: iterations as those of other blocks, with less warmup. */
    static ForkEffort ofControl(Settings settings) {
        return new ForkEffort(
                1,
                0,
                Optional.of(new Iterations(
                        CONTROL_WARMUPS, blockWarmupTime(settings), BLOCK_ITERATIONS, blockIterationTime(settings))));
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

    private static Duration blockWarmupTime(Settings settings) {
        return settings.ifDeclared(SettingName.ITERATION_TIME).orElse(BLOCK_WARMUP_TIME);
    }

    private static Duration blockIterationTime(Settings settings) {
        return settings.ifDeclared(SettingName.ITERATION_TIME).orElse(BLOCK_ITERATION_TIME);
    }

    /** The same forks with other counts and times. */
    ForkEffort with(Iterations iterations) {
        return new ForkEffort(forks, warmupForks, Optional.of(iterations), annotatedTimeouts);
    }

    /** What a host is told. */
    ToHost.Effort command(int warmups, Duration timeout) {
        if (ours.isEmpty()) {
            return new ToHost.Effort.AsAnnotated(annotatedTimeouts);
        }
        var iterations = ours.get();
        return new ToHost.Effort.Fixed(
                warmups,
                iterations.warmupTime().toNanos(),
                iterations.measured(),
                iterations.time().toNanos(),
                timeout.toNanos());
    }

    /** About how long one fork takes that warms up so long; unknown where everything is as annotated. */
    Optional<Duration> expected(int warmups) {
        return ours.map(iterations -> expected(iterations.time(), warmups));
    }

    /** The same at the pace of forks that are there. */
    Duration expected(Duration pace, int warmups) {
        return ours.map(iterations -> iterations.last(pace, warmups).plus(START))
                .orElse(pace);
    }

    /**
     * How long a measured iteration lasted of a fork that warmed up so long; all of the fork where everything is as
     * annotated.
     */
    Duration pace(Duration took, int warmups) {
        return ours.map(iterations -> iterations.lasting(beyondStart(took), warmups))
                .orElse(took);
    }

    private static Duration beyondStart(Duration took) {
        return took.compareTo(START) > 0 ? took.minus(START) : Duration.ZERO;
    }
}
