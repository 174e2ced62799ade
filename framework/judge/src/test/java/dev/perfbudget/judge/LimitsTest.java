package dev.perfbudget.judge;

import static dev.perfbudget.judge.Measured.averageTime;
import static dev.perfbudget.judge.Measured.iteration;
import static dev.perfbudget.judge.Measured.warmup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Grade;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Severity;
import dev.perfbudget.statistics.Steadiness;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @Test
    void a_limit_holds_when_the_upper_bound_over_forks_keeps_it() {
        assertThat(averageTime()
                        .limit("mean", "120 us")
                        .forks(100, 101, 99, 100, 102)
                        .sentence())
                .isEqualTo("mean is 100 us (99 % sure it is below 102 us, 5 forks), limit 120 us"
                        + " (@PerfBudget on JsonBench.parse): held, grade C");
    }

    @Test
    void a_limit_is_broken_when_the_lower_bound_over_forks_exceeds_it() {
        assertThat(averageTime()
                        .limit("mean", "90 us")
                        .forks(100, 101, 99, 100, 102)
                        .sentence())
                .isEqualTo("mean is 100 us (99 % sure it is above 98.5 us, 5 forks), limit 90 us"
                        + " (@PerfBudget on JsonBench.parse): broken, grade D");
    }

    @Test
    void a_limit_between_the_bounds_is_undecided_and_says_which_bound_is_missing() {
        assertThat(averageTime()
                        .limit("mean", "101 us")
                        .forks(100, 101, 99, 100, 102)
                        .sentence())
                .isEqualTo("mean is 100 us (99 % sure only that it is below 102 us, 5 forks), limit 101 us"
                        + " (@PerfBudget on JsonBench.parse): undecided, grade C");
        assertThat(averageTime()
                        .limit("mean", "100 us")
                        .forks(100, 101, 99, 100, 102)
                        .sentence())
                .isEqualTo("mean is 100.4 us (99 % sure only that it is above 98.5 us, 5 forks), limit 100 us"
                        + " (@PerfBudget on JsonBench.parse): undecided, grade D");
    }

    @Test
    void the_bounds_are_those_of_students_t_over_the_logarithms_of_the_forks() {
        // scipy.stats: exp(mean(log x) ± t.ppf(.99, 4) * std(log x, ddof=1) / sqrt(5)), x = 100 101 99 100 102
        var bounds = averageTime()
                .limit("mean", "120 us")
                .forks(100, 101, 99, 100, 102)
                .verdict()
                .evidence()
                .bounds()
                .orElseThrow();
        assertThat(bounds.lower().value()).isCloseTo(98.5048537, within(1e-6));
        assertThat(bounds.upper().value()).isCloseTo(102.3210683, within(1e-6));
        assertThat(bounds.level()).isEqualTo(0.99);
    }

    @Test
    void two_forks_may_certify_but_only_far_from_the_limit() {
        assertThat(averageTime()
                        .limit("mean", "150 us")
                        .forks(100, 101)
                        .verdict()
                        .state())
                .isEqualTo(State.HELD);
        assertThat(averageTime()
                        .limit("mean", "110 us")
                        .forks(100, 101)
                        .verdict()
                        .state())
                .isEqualTo(State.UNDECIDED);
    }

    @Test
    void one_fork_may_break_a_limit_but_never_certifies_it() {
        assertThat(averageTime()
                        .limit("mean", "90 us")
                        .fork(100, 101, 99, 100, 102, 99, 100, 101, 100, 99)
                        .sentence())
                .isEqualTo("mean is 100 us (99 % sure it is above 99.2 us, this JVM only), limit 90 us"
                        + " (@PerfBudget on JsonBench.parse): broken, grade D");
        assertThat(averageTime()
                        .limit("mean", "900 us")
                        .fork(100, 101, 99, 100, 102, 99, 100, 101, 100, 99)
                        .verdict()
                        .state())
                .isEqualTo(State.UNDECIDED);
    }

    @Test
    void one_fork_with_few_iterations_has_no_bound_and_decides_nothing() {
        assertThat(averageTime().limit("mean", "9 us").fork(100, 101).sentence())
                .isEqualTo("mean is 101 us (1 fork, too little for a bound), limit 9 us"
                        + " (@PerfBudget on JsonBench.parse): undecided, grade F");
    }

    @Test
    void where_too_few_iterations_of_the_only_fork_are_level_all_that_were_measured_give_the_bounds() {
        var iterations = new Iteration[] {
            iteration(130),
            iteration(128),
            iteration(131),
            iteration(129),
            iteration(130),
            iteration(100),
            iteration(101)
        };

        assertThat(averageTime()
                        .limit("mean", "9 us")
                        .fork(new Steadiness(true, 5), iterations)
                        .verdict()
                        .state())
                .isEqualTo(State.BROKEN);
        assertThat(averageTime()
                        .limit("mean", "99 us")
                        .fork(new Steadiness(true, 5), iterations)
                        .verdict()
                        .state())
                .isEqualTo(State.UNDECIDED);
    }

    @Test
    void iterations_do_not_count_as_forks() {
        var noisyForks = averageTime().limit("mean", "120 us").forks(100, 100, 100, 100, 190);
        assertThat(noisyForks.verdict().state()).isEqualTo(State.UNDECIDED);
    }

    @Test
    void only_steady_measured_iterations_count() {
        var fork = averageTime()
                .limit("mean", "120 us")
                .fork(new Steadiness(true, 2), warmup(900), iteration(500), iteration(100), iteration(100));
        assertThat(fork.verdict().evidence().value().orElseThrow().value()).isCloseTo(100, within(1e-9));
    }

    @Test
    void of_a_fork_that_is_not_steady_all_measured_iterations_count() {
        var fork = averageTime()
                .limit("mean", "120 us")
                .fork(new Steadiness(false, 3), warmup(900), iteration(300), iteration(100));
        assertThat(fork.verdict().evidence().value().orElseThrow().value()).isCloseTo(200, within(1e-9));
    }

    @Test
    void throughput_is_limited_from_below() {
        var measured = Measured.in(BenchmarkMode.THROUGHPUT, "ops/ms").forks(10, 10.1, 9.9, 10, 10);
        assertThat(measured.limit("throughput", "9000/s").sentence())
                .isEqualTo("throughput is 10 ops/ms (99 % sure it is above 9.88 ops/ms, 5 forks), limit at least"
                        + " 9 ops/ms (@PerfBudget on JsonBench.parse): held, grade C");
        assertThat(measured.limit("throughput", "25000/s").sentence())
                .isEqualTo("throughput is 10 ops/ms (99 % sure it is below 10.1 ops/ms, 5 forks), limit at least"
                        + " 25 ops/ms (@PerfBudget on JsonBench.parse): critically broken, grade F");
    }

    @Test
    void throughput_and_mean_convert_into_each_other_over_the_threads() {
        var rates = Measured.in(BenchmarkMode.THROUGHPUT, "ops/us").threads(4).forks(2, 2, 2);
        assertThat(rates.limit("mean", "3 us")
                        .verdict()
                        .evidence()
                        .value()
                        .orElseThrow()
                        .value())
                .isCloseTo(2, within(1e-12));
        var times = averageTime().threads(4).forks(2, 2, 2);
        assertThat(times.limit("throughput", "1000/s")
                        .verdict()
                        .evidence()
                        .value()
                        .orElseThrow()
                        .value())
                .isCloseTo(2e6, within(1e-6));
    }

    @Test
    void quantiles_are_those_of_all_single_operations_of_a_fork() {
        var measured = Measured.in(BenchmarkMode.SINGLE_SHOT, "ms/op")
                .limit("p90", "2 s")
                .fork(Measured.shot(10, 20, 30), Measured.shot(40, 50, 60), Measured.shot(70, 80, 90));
        assertThat(measured.verdict().evidence().value().orElseThrow().print()).isEqualTo("90 ms");
    }

    @ParameterizedTest
    @CsvSource({
        "100 us, HELD, A, ",
        "74 us, HELD, B, ",
        "51 us, HELD, C, ",
        "49 us, BROKEN, D, BROKEN",
        "34 us, BROKEN, D, BROKEN",
        "33 us, BROKEN, E, SERIOUS",
        "26 us, BROKEN, E, SERIOUS",
        "24 us, BROKEN, F, CRITICAL"
    })
    void grade_and_severity_say_how_much_of_a_limit_is_used(String limit, State state, Grade grade, Severity severity) {
        var verdict = averageTime().limit("mean", limit).forks(50, 50, 50).verdict();
        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.grade()).contains(grade);
        assertThat(verdict.severity().orElse(null)).isEqualTo(severity);
    }

    @Test
    void equal_forks_at_the_limit_keep_it_unless_it_is_strict() {
        assertThat(averageTime()
                        .limit("mean", "50 us")
                        .forks(50, 50, 50)
                        .verdict()
                        .state())
                .isEqualTo(State.HELD);
        var strict = averageTime().limit("mean", "< 50 us").forks(50, 50, 50).verdict();
        assertThat(strict.state()).isEqualTo(State.BROKEN);
        assertThat(strict.grade()).contains(Grade.D);
    }

    @Test
    void processor_time_and_garbage_collection_come_from_the_counters() {
        var counters = Map.of("cpu", 2_000_000L, "gc.time", 5L);
        var measured = averageTime().limit("cpu", "3 us").limit("gcTime", "10%");
        for (var fork = 0; fork < 3; fork++) {
            measured.fork(iteration(1, 1000, counters), iteration(1, 1000, counters));
        }
        assertThat(measured.benchmarkVerdict(Policy.WARN).limits().stream().map(Sentences::about))
                .containsExactly(
                        "gcTime is 5 % (99 % sure it is below 5 %, 3 forks), limit 10 %"
                                + " (@PerfBudget on JsonBench.parse): held, grade A",
                        "cpu is 2 us (99 % sure it is below 2 us, 3 forks), limit 3 us"
                                + " (@PerfBudget on JsonBench.parse): held, grade B");
    }

    @Test
    void a_counter_that_is_zero_in_some_forks_is_judged_on_its_own_scale() {
        var measured = averageTime().metric("gc.count <= 3");
        for (var count : new long[] {0, 0, 1, 0, 0}) {
            measured.fork(iteration(1, 1000, Map.of("gc.count", count)));
        }
        assertThat(measured.sentence())
                .isEqualTo("gc.count is 0.2 (99 % sure it is below 0.949, 5 forks), limit 3"
                        + " (@PerfBudget on JsonBench.parse): held, grade A");
    }

    @Test
    void a_secondary_score_is_judged_in_the_unit_it_was_recorded_in() {
        var measured = averageTime().metric("hits >= 900");
        for (var fork = 0; fork < 3; fork++) {
            measured.fork(Measured.secondary("hits", 1000, "ops/s"));
        }
        assertThat(measured.sentence()).startsWith("hits is 1 ops/ms").contains("limit at least 900 ops/s");
    }

    @Test
    void a_metric_that_nobody_recorded_is_not_judged_and_the_recorded_ones_are_named() {
        var measured = averageTime().metric("hit >= 900").fork(Measured.secondary("hits", 1000, "ops/s"));
        assertThat(measured.sentence())
                .isEqualTo("hit was not measured (nothing of that name is recorded, only [gc.count, hits]), limit at"
                        + " least 900 (@PerfBudget on JsonBench.parse): not judged, which counts as a failure");
    }

    @Test
    void a_metric_recorded_in_another_kind_of_unit_is_not_judged() {
        var measured = averageTime().metric("hits <= 5 KB").fork(Measured.secondary("hits", 1000, "ops/s"));
        assertThat(measured.verdict().evidence())
                .isEqualTo(new Evidence.Nothing("it is recorded in [ops/s], which the limit is not"));
    }

    @Test
    void a_score_that_is_not_a_number_is_not_judged() {
        assertThat(averageTime()
                        .limit("mean", "1 us")
                        .fork(Double.NaN)
                        .verdict()
                        .state())
                .isEqualTo(State.UNMEASURED);
    }
}
