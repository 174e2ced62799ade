package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Side;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.block.BlockOutcome;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.statistics.Steadiness;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With fake hosts and a fake clock: a block takes ten seconds, one of the kernel as long as a test says. */
class ControlBlocksTest {

    private static final ForkEffort EFFORT =
            new ForkEffort(1, 0, Optional.of(new Iterations(5, 15, Duration.ofMillis(50))));

    private final List<PairedBenchmark> suite =
            IntStream.rangeClosed(1, 8).mapToObj(ControlBlocksTest::benchmark).toList();
    private Duration ofKernel = Duration.ofSeconds(5);
    private Duration cap = Duration.ofHours(1);
    private boolean fails;
    private long now;
    private int ran;

    @Test
    void there_is_one_for_every_ten_blocks() throws IOException {
        var control = control();

        measure(control, suite, 40);

        assertThat(ran).isEqualTo(4);
        assertThat(control.lack(suite)).isEmpty();
    }

    @Test
    void they_are_spread_over_the_run() throws IOException {
        var control = control();

        measure(control, suite, 9);
        assertThat(ran).isZero();
        measure(control, suite, 1);
        assertThat(ran).isEqualTo(1);
        measure(control, suite, 9);
        assertThat(ran).isEqualTo(1);
    }

    @Test
    void a_run_that_is_too_short_for_three_has_none() throws IOException {
        var control = control();

        measure(control, suite.subList(0, 5), 25);

        assertThat(ran).isZero();
        assertThat(control.lack(suite.subList(0, 5))).isEmpty();
    }

    @Test
    void they_take_no_more_than_a_tenth_of_the_time() throws IOException {
        ofKernel = Duration.ofSeconds(40);
        var control = control();

        measure(control, suite, 40);

        assertThat(ran).isEqualTo(1);
        assertThat(control.lack(suite).orElseThrow()).startsWith("No control: a tenth of the time was too short");
    }

    @Test
    void none_is_run_that_would_outlast_the_time_there_is() throws IOException {
        cap = Duration.ofSeconds(100);
        var control = control();

        measure(control, suite, 40);

        assertThat(ran).isZero();
    }

    @Test
    void a_kernel_that_cannot_be_measured_is_named_and_not_tried_again() throws IOException {
        fails = true;
        var control = control();

        measure(control, suite, 40);

        assertThat(ran).isEqualTo(1);
        assertThat(control.lack(suite))
                .contains("No control: the calibration kernel could not be measured: no compiler");
    }

    private void measure(ControlBlocks control, List<PairedBenchmark> benchmarks, int blocks) throws IOException {
        for (var block = 0; block < blocks; block++) {
            now += Duration.ofSeconds(10).toNanos();
            var benchmark = benchmarks.stream()
                    .filter(PairedBenchmark::isOpen)
                    .findFirst()
                    .orElseThrow();
            var fork = Forks.of(benchmark.measured().id(), benchmark.blocks(), new Steadiness(true, 0));
            benchmark.add(new MeasuredBlock(new BlockForks(fork, fork), 1, List.of()), Duration.ofSeconds(10));
            control.runIfDue(benchmarks);
        }
    }

    private ControlBlocks control() {
        return new ControlBlocks(
                EFFORT,
                Duration.ofSeconds(60),
                kernel -> (fork, order) -> block(fork),
                (kernel, block) -> {
                    var fork = Forks.of(kernel.id(), kernel.forks().size(), new Steadiness(true, 0));
                    return new BlockForks(fork, fork);
                },
                new WallCap(cap, () -> now),
                new SplittableRandom(7));
    }

    private BlockOutcome block(ToHost.RunFork fork) {
        now += ofKernel.toNanos();
        ran++;
        return fails
                ? new BlockOutcome.Failed(
                        Side.BASELINE, new ForkOutcome.Failed(ForkFailure.Kind.NOT_STARTED, "no compiler", ""))
                : new BlockOutcome.Completed(Forks.completed(fork.benchmark()), Forks.completed(fork.benchmark()));
    }

    private static PairedBenchmark benchmark(int number) {
        var measured =
                new MeasuredBenchmark(number, Forks.planned("parse" + number, 5, 0), EFFORT, Duration.ofSeconds(60));
        return Forks.paired(measured);
    }
}
