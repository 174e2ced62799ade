package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.BlockSequence;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlocksChartTest {

    @Test
    void every_block_is_a_dot_and_every_look_an_interval() {
        var drawn = drawn(Scene.paired(12, 1.02, 0.01), Set.of());

        assertThat(drawn.dots("dot small plain")).isEqualTo(12 + 1);
        assertThat(drawn.shapes("bar candidate")).hasSize(1 + 3);
        assertThat(drawn.words()).contains("5", "8", "12", "blocks, numbered at looks");
    }

    @Test
    void blocks_that_confirm_stand_apart_to_the_right() {
        var drawn = drawn(Scene.paired(8, 1.12, 0.005).confirmedBy(5, 1.12, 0.005), Set.of());

        var apart = drawn.across("apart").get(0);
        assertThat(drawn.across("dot small plain").stream().filter(x -> x > apart))
                .hasSize(5);
        assertThat(drawn.words()).contains("5 confirm");
    }

    @Test
    void the_interval_at_the_end_is_that_of_the_verdict() {
        var drawn = drawn(Scene.paired(8, 1.12, 0.005).confirmedBy(8, 1.12, 0.005), Set.of());

        var bars = drawn.shapes("bar candidate");
        var last = new Shapes(new Chart("a", "b", "c", "400", "200", List.of(bars.get(bars.size() - 1)), ""));
        assertThat(Collections.max(last.up("bar candidate")))
                .as("above the upper threshold, which is nearer to the top")
                .isLessThan(Collections.min(drawn.up("threshold")));
    }

    @Test
    void what_the_ground_between_the_lines_means_stands_between_them() {
        var drawn = drawn(Scene.paired(12, 1.02, 0.01), Set.of());

        assertThat(drawn.height("within 5 %"))
                .isBetween(Collections.min(drawn.up("threshold")), Collections.max(drawn.up("threshold")));
        assertThat(drawn.height("regressed")).isLessThan(Collections.min(drawn.up("threshold")));
        assertThat(drawn.height("improved")).isGreaterThan(Collections.max(drawn.up("threshold")));
        assertThat(drawn.words()).doesNotContain("threshold");
    }

    @Test
    void a_disturbed_block_that_counts_is_hollow() {
        var drawn = drawn(Scene.paired(8, 1.0, 0.01), Set.of(2));

        assertThat(drawn.dots("ring small plain")).isEqualTo(1);
    }

    @Test
    void one_that_ended_between_two_looks_has_the_verdicts_interval_there() {
        assertThat(drawn(Scene.paired(10, 1.0, 0.01), Set.of()).words()).contains("5", "8", "10");
    }

    @Test
    void every_block_and_every_look_can_be_read() {
        assertThat(drawn(Scene.paired(10, 1.0, 0.01), Set.of(2)).values())
                .anyMatch(value -> value.matches(".+ %, so far .+ %: block 1"))
                .anyMatch(value -> value.endsWith(": block 3, disturbed"))
                .anyMatch(value -> value.matches(".+ [(].+ % to .+ %[)]: look after 5 blocks"));
    }

    private static Shapes drawn(Scene scene, Set<Integer> disturbed) {
        var sample = scene.sample();
        var blocks = BlockSequence.of(scene.run(), scene.baseline(), sample).orElseThrow();
        return new Shapes(BlocksChart.of(sample, blocks, disturbed).orElseThrow());
    }
}
