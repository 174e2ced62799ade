package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was measured, a picture is sound or absent. */
class HostilePicturesTest {

    private static final String LONG = "\u202e<b>\u0000\ud83d\ude00".repeat(2000);

    static Stream<Scene> scenes() {
        return Stream.of(
                Scene.ordinary(),
                Scene.ordinary().raw(),
                Scene.ordinary().raw(1),
                Scene.ordinary().raw(Double.NaN, Double.NaN).raw(Double.NaN),
                Scene.ordinary().raw(Double.POSITIVE_INFINITY, 1, 2).raw(Double.NEGATIVE_INFINITY, 3),
                Scene.ordinary().raw(0, 0, 0).raw(0, 0, 0).raw(0, 0, 0),
                Scene.ordinary().raw(5, 5, 5).raw(5, 5, 5).raw(5, 5, 5),
                Scene.ordinary().raw(-1, -2, -3).raw(-1, -2, -3),
                Scene.ordinary()
                        .raw(Double.MAX_VALUE, Double.MIN_VALUE)
                        .raw(1e300, 1e-300)
                        .raw(1, 1),
                Scene.ordinary().raw(1e29, 1e29).raw(1e-29, 1e-29).raw(1, 1),
                Scene.ordinary().raw(Double.MIN_VALUE, Double.MIN_VALUE).raw(Double.MIN_VALUE, Double.MIN_VALUE),
                Scene.ordinary().latencies(1).raw(1, 2, 3).raw(Double.NaN, 1).raw(0, 0),
                Scene.ordinary().latencies(3).raw(Double.POSITIVE_INFINITY).raw(1e30, 1e-30),
                Scene.ordinary().unit(LONG).forks(1, 2, 3),
                Scene.ordinary().iterations(700, 1300).blocks(5, 1.1, 0.01),
                Scene.of("a." + LONG + ".b").blocks(5, 1.3, 0.01),
                Scene.ordinary().iterations(2, 3).blocks(70, 1.0, 0.01),
                Scene.paired(5, 1e9, 0.5),
                Scene.paired(5, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void every_picture_is_sound(Scene scene) {
        for (var metric : List.of(StandardMetric.MEAN, StandardMetric.P99, StandardMetric.ALLOCATION)) {
            scene.limit(metric, 1e-9, metric == StandardMetric.ALLOCATION ? Unit.BYTES : Unit.SECONDS);
        }
        scene.limit(StandardMetric.MAX, 0, Unit.SECONDS);
        var suite = scene.suite();

        var charts = Stream.of(
                        BenchmarkCharts.of(scene.run(), scene.verdict(), scene.pairing(), scene.lines()).stream(),
                        SuiteCharts.ratios(Scene.samples(suite)).stream(),
                        scene.verdict().samples().stream().flatMap(sample -> SuiteCharts.ratio(sample).stream()))
                .flatMap(found -> found)
                .toList();

        assertThat(charts).allSatisfy(chart -> new Shapes(chart).areSound());
    }
}
