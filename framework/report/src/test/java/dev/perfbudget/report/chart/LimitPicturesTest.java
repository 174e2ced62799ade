package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of limits and percentiles. */
class LimitPicturesTest {

    @Test
    void a_held_limit_is_used_up_to_its_left_and_a_broken_one_beyond_it() {
        var held = limits(Scene.ordinary()
                .limit(StandardMetric.MEAN, 200, Unit.MICROSECONDS)
                .forks(100, 101, 102));
        var broken = limits(Scene.ordinary()
                .limit(StandardMetric.MEAN, 50, Unit.MICROSECONDS)
                .forks(100, 101, 102));

        assertThat(Collections.max(held.across("whisker")))
                .isLessThan(held.across("limit").get(0));
        assertThat(Collections.min(broken.across("whisker")))
                .isGreaterThan(broken.across("limit").get(0));
    }

    @Test
    void throughput_is_turned_round_so_that_too_little_lies_beyond_the_limit() {
        var scene = Scene.ordinary()
                .limit(StandardMetric.THROUGHPUT, 20_000, Unit.PER_SECOND)
                .forks(100, 101, 102);

        assertThat(scene.verdict().limits().get(0).state()).isEqualTo(State.BROKEN);
        assertThat(Collections.max(limits(scene).across("measure candidate")))
                .isGreaterThan(limits(scene).across("limit").get(0));
    }

    @Test
    void grades_stand_as_letters_with_the_figures() {
        var drawn = limits(Scene.ordinary()
                .limit(StandardMetric.MEAN, 200, Unit.MICROSECONDS)
                .forks(100, 100, 100));

        assertThat(drawn.words()).contains("A", "B", "C", "D", "E", "F", "mean <= 200 us", "60", "100");
        assertThat(drawn.words()).anyMatch(words -> words.matches("10[0-9] us, A"));
    }

    @Test
    void percentiles_rise_and_reach_as_far_as_there_are_operations() {
        var drawn = percentiles(Scene.ordinary().latencies(1000).forks(100, 101, 102));

        assertThat(drawn.up("curve candidate").stream().skip(1).map(y -> -y).toList())
                .isSorted();
        assertThat(drawn.words()).contains("0", "50", "90", "99", "99.9", "99.99", "percentile, %");
    }

    @Test
    void a_limit_on_a_percentile_stands_above_the_curve_if_it_is_held() {
        var scene = Scene.ordinary()
                .limit(StandardMetric.MEDIAN, 300, Unit.MICROSECONDS)
                .limit(StandardMetric.MEAN, 300, Unit.MICROSECONDS)
                .latencies(1000)
                .forks(100, 101, 102);

        var drawn = percentiles(scene);
        var limits = drawn.shapes("limit");
        assertThat(limits).as("one is explained, one drawn").hasSize(2);
        var bound = new Shapes(new Chart("a", "b", "c", "400", "200", List.of(limits.get(1)), ""));
        assertThat(bound.up("limit").get(0))
                .isLessThan(drawn.up("dot small candidate").get(0));
        assertThat(drawn.words()).contains("median", "limit");
    }

    @Test
    void baseline_and_candidate_have_a_curve_each() {
        var scene = Scene.ordinary().latencies(400).blocks(5, 1.3, 0.01);
        var drawn = percentiles(scene);

        assertThat(drawn.shapes("curve dashed baseline")).hasSize(2);
        assertThat(drawn.shapes("curve candidate")).hasSize(2);
    }

    @Test
    void where_no_operation_was_timed_there_is_none() {
        assertThat(PercentilesChart.of(Scene.ordinary().forks(1, 2).run(), List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void percentiles_and_their_limits_can_be_read() {
        var scene = Scene.ordinary()
                .limit(StandardMetric.P99, 900, Unit.MICROSECONDS)
                .latencies(1000)
                .forks(100, 101, 102);

        assertThat(percentiles(scene).values())
                .contains("0.9 ms: limit on p99")
                .anyMatch(value -> value.endsWith(" ms: candidate, median"))
                .anyMatch(value -> value.endsWith(" ms: candidate, p99.9"))
                .anyMatch(value -> value.endsWith(" ms: candidate, slowest"));
    }

    private static Shapes limits(Scene scene) {
        return new Shapes(LimitsChart.of(scene.verdict().limits()).orElseThrow());
    }

    private static Shapes percentiles(Scene scene) {
        return new Shapes(PercentilesChart.of(
                        scene.run(), scene.baseline(), scene.verdict().limits())
                .orElseThrow());
    }
}
