package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.statistics.Steadiness;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** With a fake host and a fake clock: a fork takes ten seconds. */
class RoundsTest {

    private static final Duration FORK = Duration.ofSeconds(10);

    private final List<String> ran = new ArrayList<>();
    private final List<FromRunner> told = new ArrayList<>();
    private final MeasuredBenchmark parse = benchmark(1, "parse", 3, 0);
    private final MeasuredBenchmark print = benchmark(2, "print", 3, 0);
    private long now;
    private boolean cancelled;

    @Test
    void forks_of_different_benchmarks_take_turns() throws IOException {
        rounds(Duration.ofMinutes(10), this::completes).run(List.of(parse, print));

        assertThat(ran).containsExactly("parse", "print", "parse", "print", "parse", "print");
        assertThat(parse.forks()).hasSize(3);
    }

    @Test
    void each_is_announced_once_and_told_of_after_every_fork() throws IOException {
        rounds(Duration.ofMinutes(10), this::completes).run(List.of(parse));

        assertThat(told.get(0)).isEqualTo(new FromRunner.Started(parse.key()));
        assertThat(told.subList(1, 4))
                .extracting(message -> ((FromRunner.Progress) message).line())
                .containsExactly(
                        "JsonBench.parse  fork 1 of 3   118.2 us/op  steady",
                        "JsonBench.parse  fork 2 of 3   118.2 us/op  steady",
                        "JsonBench.parse  fork 3 of 3   118.2 us/op  steady");
    }

    @Test
    void no_fork_is_started_that_would_outlast_the_cap_once_one_knows_how_long_it_takes() throws IOException {
        rounds(Duration.ofSeconds(35), this::completes).run(List.of(parse, print));

        assertThat(ran).containsExactly("parse", "print", "parse");
        print.settle(ForkFailure.Kind.NOT_REACHED, "no time");
        assertThat(print.failures()).containsExactly(new ForkFailure(1, ForkFailure.Kind.NOT_REACHED, "no time", ""));
    }

    @Test
    void a_failed_fork_ends_its_benchmark_and_no_other() throws IOException {
        rounds(Duration.ofMinutes(10), fork -> fork.benchmark().equals(parse.key()) ? throwing(fork) : completes(fork))
                .run(List.of(parse, print));

        assertThat(ran).containsExactly("parse", "print", "print", "print");
        assertThat(parse.failures())
                .extracting(ForkFailure::message)
                .singleElement()
                .asString()
                .contains("boom");
        assertThat(told)
                .filteredOn(FromRunner.Progress.class::isInstance)
                .first()
                .satisfies(message -> assertThat(((FromRunner.Progress) message).line())
                        .isEqualTo("JsonBench.parse  fork 1 of 3  threw java.lang.Error: boom"));
    }

    @Test
    void warmup_forks_are_run_and_thrown_away() throws IOException {
        var warmed = benchmark(1, "warmed", 2, 1);

        rounds(Duration.ofMinutes(10), this::completes).run(List.of(warmed));

        assertThat(ran).hasSize(3);
        assertThat(warmed.forks()).hasSize(2);
    }

    @Test
    void nothing_more_is_started_once_it_is_cancelled() throws IOException {
        rounds(Duration.ofMinutes(10), fork -> {
                    cancelled = true;
                    return completes(fork);
                })
                .run(List.of(parse, print));

        assertThat(ran).containsExactly("parse");
    }

    private Rounds rounds(Duration cap, Function<ToHost.RunFork, ForkOutcome> host) {
        return new Rounds(
                host,
                (benchmark, completed) ->
                        Forks.of(benchmark.id(), benchmark.forks().size(), new Steadiness(true, 2)),
                told::add,
                new WallCap(cap, () -> now),
                () -> cancelled);
    }

    private ForkOutcome completes(ToHost.RunFork fork) {
        run(fork);
        return Forks.completed(fork.benchmark());
    }

    private ForkOutcome throwing(ToHost.RunFork fork) {
        run(fork);
        return new ForkOutcome.Failed(
                ForkFailure.Kind.THREW, "[" + fork.benchmark() + "] threw java.lang.Error: boom", "");
    }

    private void run(ToHost.RunFork fork) {
        now += FORK.toNanos();
        ran.add(fork.benchmark().name().replaceFirst(".*\\.", ""));
    }

    private static MeasuredBenchmark benchmark(int number, String method, int forks, int warmupForks) {
        var iterations = new Iterations(20, 10, Duration.ofMillis(100));
        var effort = new ForkEffort(forks, warmupForks, Optional.of(iterations));
        return new MeasuredBenchmark(number, Forks.planned(method, 5, 0), effort, Duration.ofSeconds(60));
    }
}
