package dev.perfbudget.judge;

import static dev.perfbudget.judge.Measured.averageTime;
import static dev.perfbudget.judge.Measured.iteration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.LimitVerdict.State;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final long HARNESS = 9_000;

    @Test
    void sixteen_more_bytes_an_operation_are_found_with_two_forks() {
        var measured = averageTime().limit("allocation", "1000 B");
        measured.fork(allocating(1016, 1_000_000)).fork(allocating(1016, 1_010_000));
        assertThat(measured.sentence())
                .isEqualTo("allocation is 1016 B (the same in 2 forks), limit 1000 B"
                        + " (@PerfBudget on JsonBench.parse): broken, grade D");
    }

    @Test
    void bytes_that_keep_the_limit_are_certified_by_two_forks() {
        var measured = averageTime().limit("allocation", "1016 B");
        measured.fork(allocating(1016, 1_000_000)).fork(allocating(1016, 1_010_000));
        assertThat(measured.verdict().state()).isEqualTo(State.HELD);
    }

    @Test
    void no_allocation_keeps_a_limit_of_zero_in_spite_of_the_harness() {
        var measured = averageTime().limit("allocation", "0 B");
        measured.fork(allocating(0, 1_000_000)).fork(allocating(0, 1_010_000));
        assertThat(measured.verdict().state()).isEqualTo(State.HELD);
    }

    @Test
    void what_may_be_the_harness_breaks_no_limit() {
        var measured = averageTime().limit("allocation", "0 B");
        measured.fork(allocating(0, 1_000)).fork(allocating(0, 1_010));
        assertThat(measured.verdict().state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void the_slope_leaves_the_harness_out_where_iterations_differ_in_operations() {
        var measured = averageTime().limit("allocation", "0 B");
        for (var fork = 0; fork < 2; fork++) {
            measured.fork(LongStream.rangeClosed(1, 10)
                    .mapToObj(i -> iteration(1, 1_000 * i, Map.of("allocated", HARNESS)))
                    .toArray(Iteration[]::new));
        }
        assertThat(measured.verdict().state()).isEqualTo(State.HELD);
    }

    @Test
    void forks_that_disagree_are_judged_like_any_noisy_metric() {
        var measured = averageTime().limit("allocation", "8 KB");
        measured.fork(allocating(2680, 1_000_000)).fork(allocating(7000, 1_000_000));
        assertThat(measured.verdict().evidence()).isInstanceOf(Evidence.OverForks.class);
        assertThat(measured.verdict().state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void one_fork_may_break_but_not_certify() {
        var measured = averageTime().limit("allocation", "1000 B").fork(allocating(900, 1_000_000));
        assertThat(measured.sentence())
                .isEqualTo("allocation is 900 B (this JVM only), limit 1000 B"
                        + " (@PerfBudget on JsonBench.parse): undecided, grade C");
        var broken = averageTime().limit("allocation", "800 B").fork(allocating(900, 1_000_000));
        assertThat(broken.verdict().state()).isEqualTo(State.BROKEN);
    }

    @Test
    void a_jvm_that_does_not_tell_is_not_green() {
        var measured = averageTime().limit("allocation", "1 GB").forks(1, 1, 1);
        assertThat(measured.sentence())
                .isEqualTo("allocation was not measured (the JVM does not tell), limit 1 GB"
                        + " (@PerfBudget on JsonBench.parse): not judged, which counts as a failure");
    }

    /** Ten iterations that hardly differ in their number of operations, with the harness's own bytes in them. */
    private static Iteration[] allocating(long bytes, long operations) {
        return LongStream.range(0, 10)
                .map(i -> operations + i * operations / 1000)
                .mapToObj(ops -> iteration(1, ops, Map.of("allocated", ops * bytes + HARNESS)))
                .toArray(Iteration[]::new);
    }
}
