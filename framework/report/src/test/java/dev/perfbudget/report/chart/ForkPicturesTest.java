package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pictures of forks and iterations. */
class ForkPicturesTest {

    @Test
    void baseline_is_hollow_and_candidate_filled_a_dot_for_each_fork() {
        var drawn = forks(Scene.paired(8, 1.5, 0.01));

        assertThat(drawn.dots("ring baseline")).isEqualTo(8);
        assertThat(drawn.dots("dot candidate")).isEqualTo(8);
        assertThat(Collections.max(drawn.across("ring baseline")))
                .isLessThan(Collections.min(drawn.across("dot candidate")));
    }

    @Test
    void two_modes_are_two_humps() {
        var drawn = forks(Scene.ordinary().forks(100, 101, 102, 103, 160, 161, 162, 163));

        var heights = drawn.up("curve candidate");
        var middle = heights.subList(23, 37);
        assertThat(Collections.max(middle))
                .as("between the modes the curve comes down to the ground")
                .isGreaterThan(Collections.min(heights.subList(0, 23)) + 20)
                .isGreaterThan(Collections.min(heights.subList(37, 61)) + 20);
    }

    @Test
    void a_higher_throughput_is_further_right() {
        var drawn = forks(
                Scene.ordinary().mode(BenchmarkMode.THROUGHPUT).unit("ops/s").forks(10, 20, 30));

        assertThat(drawn.across("dot candidate")).isSorted();
        assertThat(drawn.words()).contains("throughput of a fork");
    }

    @Test
    void the_forks_of_a_stored_baseline_stand_beside_those_of_the_run() {
        var score = new Score(new Quantity(0.1, Unit.MICROSECONDS), Optional.empty(), List.of(0.09, 0.11, 0.1));
        var sample = new SampleVerdict(
                new SampleId("com.acme.JsonBench.parse", Map.of(), "mean"),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                Unit.MICROSECONDS,
                Optional.of(score),
                Optional.empty(),
                new Verdict.NoBaseline(),
                Outcome.PASSED,
                Optional.empty());
        var drawn = new Shapes(DistributionChart.of(
                        Scene.ordinary().unit("ns/op").forks(90, 100, 110).run(), List.of(), Optional.of(sample))
                .orElseThrow());

        assertThat(drawn.words()).contains("stored baseline, 3 forks", "candidate, 3 forks");
        assertThat(drawn.values()).contains("90 ns: stored baseline fork 1", "110 ns: stored baseline fork 2");
        assertThat(drawn.across("ring baseline")).containsExactly(59.1, 324.7, 191.9);
        assertThat(drawn.shapes("curve baseline")).isNotEmpty();
    }

    @Test
    void one_fork_has_no_distribution() {
        assertThat(DistributionChart.of(Scene.ordinary().forks(10).run(), List.of(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void every_iteration_is_there_warmups_hollow() {
        var drawn = iterations(Scene.paired(5, 1.0, 0.01));

        assertThat(drawn.dots("ring small baseline") + drawn.dots("ring small candidate"))
                .isEqualTo(2 * 5 * 10);
        assertThat(drawn.dots("dot small baseline") + drawn.dots("dot small candidate"))
                .isEqualTo(2 * 5 * 20);
        assertThat(drawn.words()).contains("baseline", "candidate", "fork 1", "fork 5", "unsteady");
    }

    @Test
    void a_fork_that_became_steady_has_a_mark_where_it_did() {
        var drawn = iterations(Scene.ordinary().forks(100, 100));

        var mark = drawn.across("steady candidate").get(0);
        assertThat(drawn.across("ring small candidate").stream().filter(x -> x < mark))
                .hasSize(2 * 8);
    }

    @Test
    void ten_forks_of_twenty_iterations_take_less_than_eight_kilobytes() {
        assertThat(iterations(Scene.ordinary().iterations(5, 15).forks(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                        .size())
                .isLessThan(8 * 1024);
        assertThat(iterations(Scene.ordinary().iterations(400, 1600).forks(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                        .size())
                .as("2 000 iterations")
                .isLessThan(40 * 1024);
    }

    @Test
    void resources_lie_on_one_time_axis() {
        var scene = Scene.ordinary().forks(100, 101, 102, 103);

        var chart = ResourcesChart.of(scene.run(), scene.lines()).orElseThrow();

        var drawn = new Shapes(chart);
        drawn.areSound();
        assertThat(drawn.words())
                .contains("processors used", "resident memory", "allocated", "garbage collection", "compilation")
                .contains("processors that others used", "fork 1", "fork 4");
        assertThat(drawn.shapes("curve candidate")).hasSize(6);
        assertThat(chart.description()).contains("12 s in the lives of 4 forks");
    }

    @Test
    void without_readings_the_peaks_of_forks_are_drawn() {
        var drawn =
                new Shapes(ResourcesChart.of(Scene.ordinary().forks(100, 101).run(), new ResourceLines())
                        .orElseThrow());

        assertThat(drawn.words()).contains("resident memory, peaks").doesNotContain("resident memory");
    }

    @Test
    void every_iteration_can_be_read() {
        var drawn = iterations(Scene.ordinary().iterations(1, 2).forks(100, 200));

        assertThat(drawn.values()).hasSize(2 * 3);
        assertThat(drawn.values().get(0)).endsWith(" us: fork 1, iteration 1, warmup");
        assertThat(drawn.values().get(5)).endsWith(" us: fork 2, iteration 3");
    }

    @Test
    void beside_a_baseline_values_name_their_side() {
        assertThat(iterations(Scene.paired(2, 1.1, 0.01)).values())
                .anyMatch(value -> value.endsWith(": baseline fork 1, iteration 30"))
                .anyMatch(value -> value.endsWith(": candidate fork 2, iteration 1, warmup"));
    }

    @Test
    void neighbours_that_share_a_place_are_read_together() {
        assertThat(iterations(Scene.ordinary().iterations(200, 800).forks(100)).values())
                .hasSizeLessThan(150)
                .anyMatch(value -> value.matches("10.* us to 10.* us: fork 1, iterations 993 to 1000"));
    }

    @Test
    void every_fork_can_be_read_where_its_dot_is() {
        var drawn = forks(Scene.ordinary().raw(100).raw(300));

        assertThat(drawn.values())
                .containsExactly(
                        "100 us: baseline fork 1",
                        "300 us: baseline fork 2",
                        "100 us: candidate fork 1",
                        "300 us: candidate fork 2");
    }

    @Test
    void of_resources_the_peaks_of_forks_can_be_read() {
        var scene = Scene.ordinary().forks(100, 101);

        assertThat(new Shapes(ResourcesChart.of(scene.run(), scene.lines()).orElseThrow()).values())
                .contains("up to 2.04, 1.22 on average: processors used, fork 1")
                .anyMatch(value -> value.endsWith("on average: resident memory, fork 2"));
    }

    private static Shapes forks(Scene scene) {
        return new Shapes(DistributionChart.of(scene.run(), scene.baseline(), Optional.empty())
                .orElseThrow());
    }

    private static Shapes iterations(Scene scene) {
        return new Shapes(IterationsChart.of(scene.run(), scene.baseline()).orElseThrow());
    }
}
