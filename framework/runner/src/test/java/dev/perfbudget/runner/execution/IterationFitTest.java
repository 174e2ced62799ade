package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Pairing.BlockForks;
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

    private static final Iterations FIRST = new Iterations(40, Duration.ofMillis(50), 60, Duration.ofMillis(10));

    @Test
    void operations_of_which_many_fit_into_an_iteration_change_nothing() {
        assertThat(fit(block(10.1, 1_000_000, 10.1, 900_000))).isEqualTo(FIRST);
        assertThat(fit(block(10.1, 8, 10.1, 7))).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @CsvSource({"2.2, 5, 9.9", "3, 4, 10.5", "4.8, 3, 12", "6, 2, 9", "9.8, 2, 14.7", "12, 1, 6"})
    void where_few_fit_iterations_end_in_the_middle_of_an_operation(double operation, int operations, double time) {
        assertThat(fit(block(operation * operations, operations, operation * operations, operations))
                        .time())
                .isEqualTo(Duration.ofNanos(Math.round(time * 1e6)));
    }

    @ParameterizedTest
    @CsvSource({"3, 1.1", "4.8, 1.15", "6, 1.4", "9.8, 1.4", "12, 1.9"})
    void then_both_sides_do_as_many_though_one_is_slower(double operation, double slowdown) {
        var slower = operation * slowdown;
        var time = fit(block(operation * 10, 10, slower * 10, 10)).time().toNanos() / 1e6;

        assertThat(Math.ceil(time / slower)).isEqualTo(Math.ceil(time / operation));
    }

    @Test
    void where_an_iteration_has_one_operation_anyway_its_time_does_not_matter() {
        assertThat(fit(block(300, 1, 330, 1)).time()).isEqualTo(FIRST.time());
    }

    @Test
    void the_longer_iterations_last_on_either_side_the_fewer_there_are_on_both() {
        assertThat(fit(block(40, 1, 30, 1))).as("as long as sixty short ones").isEqualTo(cut(40, 15));
        assertThat(fit(block(300, 1, 330, 1))).as("a dozen").isEqualTo(cut(18, 12));
        assertThat(fit(block(1_000, 1, 900, 1))).as("six seconds of each").isEqualTo(cut(6, 6));
        assertThat(fit(block(900, 1, 1_000, 1))).isEqualTo(fit(block(1_000, 1, 900, 1)));
        assertThat(fit(block(20_000, 1, 20_000, 1))).isEqualTo(cut(2, 5));
    }

    @Test
    void what_is_set_stays() {
        var settings = Map.of("iterations", "60", "warmupIterations", "40", "iterationTime", "10 ms");

        assertThat(fit(block(1_000, 1, 1_000, 1), settings)).isEqualTo(FIRST);
        assertThat(fit(block(9.6, 2, 9.6, 2), settings)).isEqualTo(FIRST);
        assertThat(fit(block(1_000, 1, 1_000, 1), Map.of("iterations", "60"))).isEqualTo(cut(6, 60));
    }

    @Test
    void turns_are_too_long_if_all_of_them_would_take_more_than_twelve_seconds() {
        assertThat(new IterationFit(Forks.settings(Map.of())).longestTurn(FIRST))
                .isEqualTo(Duration.ofMillis(120));
        assertThat(new IterationFit(Forks.settings(Map.of("iterations", "60", "warmupIterations", "40")))
                        .longestTurn(FIRST))
                .as("nothing could be cut")
                .isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void then_as_many_are_asked_for_as_take_that_time() {
        assertThat(new IterationFit(Forks.settings(Map.of())).lasting(Duration.ofSeconds(1), FIRST))
                .isEqualTo(cut(6, 6));
    }

    @Test
    void threads_that_work_at_once_do_several_operations_in_the_time_of_one() {
        var fork = fork(18, 12);
        var block = new MeasuredBlock(new BlockForks(fork, fork), 4, List.of());

        assertThat(new IterationFit(Forks.settings(Map.of()))
                        .after(block, FIRST)
                        .time())
                .as("operations of 6 ms")
                .isEqualTo(Duration.ofMillis(9));
    }

    private static Iterations cut(int warmups, int measured) {
        return new Iterations(warmups, FIRST.warmupTime(), measured, FIRST.time());
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
