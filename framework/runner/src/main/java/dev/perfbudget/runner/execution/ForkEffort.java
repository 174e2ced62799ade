package dev.perfbudget.runner.execution;

import dev.perfbudget.model.BenchmarkMode;
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
        var singleShot = benchmark.key().mode().equals(BenchmarkMode.SINGLE_SHOT.label());
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

    /** One fork with one measured iteration, as short as it gets. */
    static ForkEffort once(Duration iteration) {
        return new ForkEffort(1, 0, Optional.of(new Iterations(0, 1, iteration)));
    }

    /** A test is measured once in its JVM, with counts of its own. */
    static ForkEffort inPlace() {
        return new ForkEffort(1, 0, Optional.empty());
    }

    /** For people and for the environment class: {@code gate, iterations of 100 ms}. */
    static String describe(Settings settings) {
        return settings.value(SettingName.EFFORT) == Effort.JMH
                ? "jmh"
                : "gate, iterations of "
                        + settings.value(SettingName.ITERATION_TIME).toMillis() + " ms";
    }

    /** What a host is told. */
    ToHost.Effort command(int warmups, Duration timeout) {
        if (ours.isEmpty()) {
            return new ToHost.Effort.AsAnnotated();
        }
        var time = ours.get().time().toNanos();
        return new ToHost.Effort.Fixed(warmups, time, ours.get().measured(), time, timeout.toNanos());
    }

    /** About how long one fork takes; unknown where everything is as annotated. */
    Optional<Duration> expected() {
        return ours.map(iterations -> iterations
                .time()
                .multipliedBy(iterations.warmups() + iterations.measured())
                .plus(START));
    }
}
