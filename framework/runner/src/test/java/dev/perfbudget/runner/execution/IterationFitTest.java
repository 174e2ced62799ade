package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.runner.execution.ForkEffort.Iterations;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the blocks after the first are cut. */
class IterationFitTest {

    private static final Iterations FIRST = new Iterations(40, 12, Duration.ofMillis(50));

    @Test
    void operations_of_which_many_fit_into_an_iteration_change_nothing() {
        assertThat(fit(block(50.1, 1_000_000, 50.1, 900_000))).isEqualTo(FIRST);
        assertThat(fit(block(54, 9, 54, 8))).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @CsvSource({"11, 5, 49.5", "15, 4, 52.5", "24, 3, 60", "30, 2, 45", "49, 2, 73.5", "60, 1, 30"})
    void where_few_fit_iterations_end_in_the_middle_of_an_operation(double operation, int operations, double time) {
        assertThat(fit(block(operation * operations, operations, operation * operations, operations))
                        .time())
                .isEqualTo(Duration.ofNanos(Math.round(time * 1e6)));
    }

    @ParameterizedTest
    @CsvSource({"15, 1.1", "24, 1.15", "30, 1.4", "49, 1.4", "60, 1.9"})
    void then_both_sides_do_as_many_though_one_is_slower(double operation, double slowdown) {
        var slower = operation * slowdown;
        var time = fit(block(operation * 10, 10, slower * 10, 10)).time().toNanos() / 1e6;

        assertThat(Math.ceil(time / slower)).isEqualTo(Math.ceil(time / operation));
    }

    @Test
    void where_an_iteration_has_one_operation_anyway_its_time_does_not_matter() {
        assertThat(fit(block(300, 1, 330, 1))).isEqualTo(new Iterations(18, 12, Duration.ofMillis(50)));
    }

    @Test
    void the_longer_iterations_last_on_either_side_the_fewer_there_are_on_both() {
        assertThat(fit(block(1_000, 1, 900, 1))).isEqualTo(new Iterations(6, 6, Duration.ofMillis(50)));
        assertThat(fit(block(900, 1, 1_000, 1))).isEqualTo(fit(block(1_000, 1, 900, 1)));
        assertThat(fit(block(20_000, 1, 20_000, 1))).isEqualTo(new Iterations(2, 5, Duration.ofMillis(50)));
    }

    @Test
    void what_is_set_stays() {
        var settings = Map.of("iterations", "12", "warmupIterations", "40", "iterationTime", "50 ms");

        assertThat(fit(block(1_000, 1, 1_000, 1), settings)).isEqualTo(FIRST);
        assertThat(fit(block(48, 2, 48, 2), settings)).isEqualTo(FIRST);
        assertThat(fit(block(1_000, 1, 1_000, 1), Map.of("iterations", "12")))
                .isEqualTo(new Iterations(6, 12, Duration.ofMillis(50)));
    }

    @Test
    void threads_that_work_at_once_do_several_operations_in_the_time_of_one() {
        var fork = fork(90, 12);
        var block = new MeasuredBlock(new BlockForks(fork, fork), 4, List.of());

        assertThat(new IterationFit(Forks.settings(Map.of()))
                        .after(block, FIRST)
                        .time())
                .as("operations of 30 ms")
                .isEqualTo(Duration.ofMillis(45));
    }

    private static Iterations fit(MeasuredBlock block) {
        return fit(block, Map.of());
    }

    private static Iterations fit(MeasuredBlock block, Map<String, String> settings) {
        return new IterationFit(Forks.settings(settings)).after(block, FIRST);
    }

    private static MeasuredBlock block(double millis, int operations, double otherMillis, int otherOperations) {
        return new MeasuredBlock(
                new BlockForks(fork(millis, operations), fork(otherMillis, otherOperations)), 1, List.of());
    }

    /** Its warmup was slower. */
    private static Fork fork(double millis, int operations) {
        return new Fork(
                new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.AVERAGE_TIME, Map.of()),
                0,
                Instant.EPOCH,
                "ms/op",
                Stream.of(iteration(true, 5_000, 1), iteration(false, millis, operations))
                        .toList(),
                List.of(),
                new Steadiness(true, 0),
                Map.of(),
                Map.of());
    }

    private static Iteration iteration(boolean isWarmup, double millis, int operations) {
        return new Iteration(
                isWarmup,
                0,
                Instant.EPOCH,
                Duration.ofNanos(Math.round(millis * 1e6)),
                millis / operations,
                operations,
                List.of(),
                List.of(),
                Map.of());
    }
}
