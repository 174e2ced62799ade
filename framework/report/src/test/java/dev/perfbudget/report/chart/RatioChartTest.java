package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Verdict.Kind;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioChartTest {

    @Test
    void the_interval_of_what_regressed_lies_right_of_the_threshold() {
        var scene = Scene.paired(8, 1.12, 0.005).confirmedBy(8, 1.12, 0.005);

        assertThat(scene.sample().verdict().kind()).isEqualTo(Kind.REGRESSED);
        var drawn = drawn(scene);
        assertThat(bars(drawn)).allSatisfy(x -> assertThat(x).isGreaterThan(threshold(drawn)));
        assertThat(drawn.words()).contains("improved", "within 5 %", "regressed", "same", "slower →");
    }

    @Test
    void the_interval_of_what_did_not_change_lies_left_of_it() {
        var scene = Scene.paired(12, 1.001, 0.004);

        assertThat(scene.sample().verdict().kind()).isEqualTo(Kind.UNCHANGED);
        var drawn = drawn(scene);
        assertThat(bars(drawn)).allSatisfy(x -> assertThat(x).isLessThan(threshold(drawn)));
    }

    @Test
    void the_interval_of_what_improved_lies_left_of_the_other_line() {
        var scene = Scene.paired(12, 0.7, 0.004);

        assertThat(scene.sample().verdict().kind()).isEqualTo(Kind.IMPROVED);
        var drawn = drawn(scene);
        assertThat(bars(drawn)).allSatisfy(x -> assertThat(x).isLessThan(Collections.min(drawn.across("threshold"))));
    }

    @Test
    void how_to_read_it_tells_improved_from_unchanged() {
        assertThat(RatioChart.of(Scene.paired(12, 0.7, 0.004).sample())
                        .orElseThrow()
                        .reading())
                .contains("unchanged if all of every bar is left of it")
                .contains("improved if all of every bar is left of the other line");
    }

    @Test
    void what_is_open_has_the_threshold_within_an_interval() {
        var scene = Scene.paired(5, 1.05, 0.05);

        assertThat(scene.sample().verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        var drawn = drawn(scene);
        assertThat(Collections.max(bars(drawn))).isGreaterThan(threshold(drawn));
        assertThat(Collections.min(bars(drawn))).isLessThan(threshold(drawn));
    }

    @Test
    void which_location_decided_is_told_with_its_level() {
        assertThat(drawn(Scene.paired(8, 1.001, 0.004)).words())
                .filteredOn(words -> words.endsWith("(decides)"))
                .singleElement()
                .asString()
                .matches("(median ratio|ratio of means), [0-9.]+ % interval \\(decides\\)");
    }

    @Test
    void what_is_a_million_times_as_slow_points_beyond_the_picture() {
        var drawn = drawn(Scene.paired(5, 1e6, 0.01));

        assertThat(drawn.shapes("arrow candidate")).isNotEmpty();
        drawn.areSound();
    }

    @Test
    void a_small_one_says_the_same_without_words() {
        var small = RatioChart.small(
                        Scene.paired(8, 1.12, 0.005).confirmedBy(8, 1.12, 0.005).sample())
                .orElseThrow();

        assertThat(new Shapes(small).words()).isEmpty();
        assertThat(small.description()).startsWith("regressed: ");
        assertThat(Collections.min(new Shapes(small).across("bar candidate")))
                .isGreaterThan(Collections.max(new Shapes(small).across("threshold")));
        assertThat(new Shapes(small).size()).isLessThan(800);
    }

    @Test
    void what_has_no_baseline_has_none() {
        assertThat(Scene.ordinary().forks(100, 101, 102).verdict().samples())
                .allSatisfy(sample -> assertThat(RatioChart.of(sample)).isEmpty());
    }

    private static Shapes drawn(Scene scene) {
        return new Shapes(RatioChart.of(scene.sample()).orElseThrow());
    }

    /** Of the location that decided. */
    private static List<Double> bars(Shapes drawn) {
        return drawn.across("bar candidate");
    }

    private static double threshold(Shapes drawn) {
        return Collections.max(drawn.across("threshold"));
    }
}
