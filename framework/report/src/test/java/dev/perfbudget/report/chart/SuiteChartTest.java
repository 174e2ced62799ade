package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuiteChartTest {

    @Test
    void what_is_slower_stands_higher() {
        var drawn = drawn(List.of(scene("a.Fast.x", 0.8), scene("a.Same.x", 1.0), scene("a.Slow.x", 1.3)));

        assertThat(drawn.words().stream().filter(words -> words.contains(".x ")).toList())
                .containsExactly("Slow.x 1000", "Same.x 1000", "Fast.x 1000");
        drawn.areSound();
    }

    @Test
    void of_many_those_that_moved_most_are_drawn_and_the_rest_is_summed_up() {
        var scenes = IntStream.range(0, 80)
                .mapToObj(i -> scene("a.B" + i + ".x", i == 77 ? 0.8 : 1 + i * 1e-4))
                .toList();

        var chart = SuiteChart.of(Scene.samples(Scene.suite(scenes))).orElseThrow();

        assertThat(new Shapes(chart).words()).contains("B77.x 1000", "B79.x 1000");
        assertThat(chart.reading()).contains("The 60 that moved most are drawn of 80");
        assertThat(chart.description()).contains("80 metrics: ", "1 improved");
    }

    @Test
    void a_name_that_is_too_long_keeps_its_method() {
        var drawn = drawn(List.of(
                scene("a.CheckoutOfTheWholeBasketOfACustomerBench.placeTheOrder", 1.0), scene("a.Short.x", 1.0)));

        assertThat(drawn.words())
                .contains("Short.x 1000")
                .anyMatch(words -> words.matches("C.*….*ch[.]placeTheOrder 1000"));
        assertThat(drawn.values()).anyMatch(value -> value.contains("Bench.placeTheOrder 1000"));
    }

    @Test
    void rows_are_called_as_the_report_calls_them() {
        var ofModules = List.of(
                new NamedSample("shop-web: Bench.x", scene("a.Bench.x", 1.0).sample()),
                new NamedSample("shop-core: Bench.x", scene("a.Bench.x", 1.1).sample()));

        assertThat(new Shapes(SuiteChart.of(ofModules).orElseThrow()).words())
                .contains("shop-web: Bench.x 1000", "shop-core: Bench.x 1000");
    }

    @Test
    void what_is_waived_is_amber_and_filled() {
        var drawn = drawn(List.of(scene("a.Fast.x", 0.8), scene("a.Slow.x", 1.3)));
        var waived = new Shapes(SuiteChart.of(Scene.samples(
                        Scene.suite(List.of(scene("a.Fast.x", 0.8), scene("a.Slow.x", 1.3)), Scene.waiver("a.Slow.x"))))
                .orElseThrow());

        assertThat(drawn.dots("dot open")).as("in the legend").isEqualTo(1);
        assertThat(waived.dots("dot open")).isEqualTo(2);
        assertThat(waived.dots("dot bad")).isEqualTo(1);
        assertThat(waived.words()).contains("regressed, waived");
    }

    @Test
    void one_alone_has_none() {
        assertThat(SuiteChart.of(Scene.samples(Scene.paired(5, 1, 0.01).suite())))
                .isEmpty();
    }

    private static Shapes drawn(List<Scene> scenes) {
        return new Shapes(SuiteChart.of(Scene.samples(Scene.suite(scenes))).orElseThrow());
    }

    private static Scene scene(String name, double ratio) {
        return Scene.of(name).iterations(1, 5).blocks(5, ratio, 0.004);
    }
}
