package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.ToHost;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkEffortTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    @Test
    void the_gate_is_five_forks_of_short_iterations() {
        var effort = ForkEffort.of(Forks.planned("parse", 3, 1), Forks.settings(Map.of()));

        assertThat(effort.forks()).isEqualTo(5);
        assertThat(effort.warmupForks()).isZero();
        assertThat(effort.command(20, TIMEOUT))
                .isEqualTo(new ToHost.Effort.Fixed(20, 100_000_000, 10, 100_000_000, TIMEOUT.toNanos()));
        assertThat(effort.expected(20)).contains(Duration.ofMillis(3_700));
    }

    @Test
    void single_shots_are_counted_otherwise() {
        var effort = ForkEffort.of(singleShot(), Forks.settings(Map.of()));

        assertThat(effort.ours()).contains(new Iterations(10, 20, Duration.ofMillis(100)));
    }

    @Test
    void declared_counts_hold_for_single_shots_too() {
        var effort = ForkEffort.of(singleShot(), Forks.settings(Map.of("iterations", "3", "warmupIterations", "0")));

        assertThat(effort.ours()).contains(new Iterations(0, 3, Duration.ofMillis(100)));
    }

    @Test
    void jmh_effort_is_as_annotated_with_the_number_of_forks() {
        var effort = ForkEffort.of(Forks.planned("parse", 3, 1), Forks.settings(Map.of("effort", "jmh")));

        assertThat(effort.forks()).isEqualTo(3);
        assertThat(effort.warmupForks()).isEqualTo(1);
        assertThat(effort.command(0, TIMEOUT)).isEqualTo(new ToHost.Effort.AsAnnotated(1));
        assertThat(effort.expected(40)).isEmpty();
    }

    @Test
    void in_blocks_measured_iterations_are_shorter_than_warmup() {
        var effort = ForkEffort.inBlocks(Forks.planned("parse", 3, 1), Forks.settings(Map.of()));

        assertThat(effort.command(40, TIMEOUT))
                .isEqualTo(new ToHost.Effort.Fixed(40, 50_000_000, 60, 10_000_000, TIMEOUT.toNanos()));
        assertThat(effort.expected(40)).contains(Duration.ofMillis(2_000 + 600 + 700));
    }

    @Test
    void in_blocks_a_time_that_is_set_holds_for_both() {
        var effort = ForkEffort.inBlocks(
                Forks.planned("parse", 3, 1), Forks.settings(Map.of("iterationTime", "20 ms", "iterations", "30")));

        assertThat(effort.command(40, TIMEOUT))
                .isEqualTo(new ToHost.Effort.Fixed(40, 20_000_000, 30, 20_000_000, TIMEOUT.toNanos()));
    }

    /** With 40 × 50 ms of warmup and 60 × 10 ms. */
    @ParameterizedTest
    @CsvSource({
        // so long an operation, so long all iterations with 40 of warmup, so long with 4
        "    1,   2600,   800",
        "   20,   3200,  1400",
        "   50,   5000,  3200",
        "  200,  20000, 12800"
    })
    void what_one_fork_took_tells_what_one_with_less_warmup_takes(int operation, int took, int takes) {
        var effort = ForkEffort.inBlocks(Forks.planned("parse", 3, 1), Forks.settings(Map.of()));
        var start = Duration.ofMillis(700);

        var pace = effort.pace(Duration.ofMillis(took).plus(start), 40);

        assertThat(pace).isEqualTo(Duration.ofMillis(Math.max(10, operation)));
        assertThat(effort.expected(pace, 4)).isEqualTo(Duration.ofMillis(takes).plus(start));
    }

    @Test
    void single_shots_are_shorter_than_any_time_that_could_be_set() {
        var effort = ForkEffort.of(singleShot(), Forks.settings(Map.of()));

        var pace = effort.pace(Duration.ofMillis(700 + 30), 10);

        assertThat(pace).isEqualTo(Duration.ofMillis(1));
        assertThat(effort.expected(pace, 10)).isEqualTo(Duration.ofMillis(700 + 30));
    }

    @Test
    void in_blocks_an_annotated_timeout_leaves_time_for_the_turns_of_the_other_side() {
        var effort = ForkEffort.inBlocks(Forks.planned("parse", 3, 1), Forks.settings(Map.of("effort", "jmh")));

        assertThat(effort.command(0, TIMEOUT)).isEqualTo(new ToHost.Effort.AsAnnotated(3));
    }

    @Test
    void jmh_effort_runs_a_benchmark_that_is_not_to_be_forked_in_one_fork() {
        assertThat(ForkEffort.of(Forks.planned("parse", 0, 0), Forks.settings(Map.of("effort", "jmh")))
                        .forks())
                .isEqualTo(1);
    }

    @Test
    void jmh_interrupts_an_iteration_after_the_timeout_that_was_set() {
        var effort = ForkEffort.of(Forks.planned("parse", 5, 0), Forks.settings(Map.of("timeout", "7 s")));
        var benchmark = new MeasuredBenchmark(1, Forks.planned("parse", 5, 0), effort, Duration.ofSeconds(7));

        assertThat(benchmark.nextFork().effort())
                .isInstanceOfSatisfying(ToHost.Effort.Fixed.class, fixed -> assertThat(fixed.timeoutNanos())
                        .isEqualTo(7_000_000_000L));
    }

    private static PlannedBenchmark singleShot() {
        var key = new BenchmarkKey("com.acme.JsonBench.start", "ss", Map.of());
        return new PlannedBenchmark(key, "com.acme.JsonBench", List.of("start"), List.of(), true, 1, 0, 1, List.of());
    }
}
