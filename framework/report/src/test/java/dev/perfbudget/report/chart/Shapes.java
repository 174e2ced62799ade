package dev.perfbudget.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands where in a picture. */
final class Shapes {

    private static final String NUMBER = "-?\\d{1,5}(?:\\.\\d)?";
    private static final Pattern STEP = Pattern.compile("[ML]" + NUMBER + " " + NUMBER + "|[HVh]" + NUMBER + "|Z");
    private static final Pattern POINT = Pattern.compile("([MLH])(" + NUMBER + ")(?: (" + NUMBER + "))?");

    private final Chart chart;
    private final List<Mark> marks;

    Shapes(Chart chart) {
        this.chart = chart;
        this.marks = flat(chart.marks()).toList();
    }

    /** Those within plots too. */
    static Stream<Mark> flat(List<Mark> marks) {
        return marks.stream().flatMap(mark -> mark instanceof Mark.Plot plot ? flat(plot.marks()) : Stream.of(mark));
    }

    /** All horizontal coordinates of the shapes that look so. */
    List<Double> across(String look) {
        return shapes(look).stream()
                .flatMap(shape -> POINT.matcher(shape.outline()).results())
                .map(point -> Double.valueOf(point.group(2)))
                .toList();
    }

    /** All vertical coordinates of points of the shapes that look so. */
    List<Double> up(String look) {
        return shapes(look).stream()
                .flatMap(shape -> POINT.matcher(shape.outline()).results())
                .filter(point -> point.group(3) != null)
                .map(point -> Double.valueOf(point.group(3)))
                .toList();
    }

    long dots(String look) {
        return shapes(look).stream()
                .flatMap(shape -> Pattern.compile("h0").matcher(shape.outline()).results())
                .count();
    }

    List<String> words() {
        return marks.stream()
                .filter(Mark.Words.class::isInstance)
                .map(mark -> ((Mark.Words) mark).text())
                .toList();
    }

    /** Of the base line of the only such words. */
    double height(String words) {
        var heights = marks.stream()
                .filter(Mark.Words.class::isInstance)
                .map(Mark.Words.class::cast)
                .filter(mark -> mark.text().equals(words))
                .map(mark -> Double.parseDouble(mark.y()))
                .toList();
        assertThat(heights).as(words).hasSize(1);
        return heights.get(0);
    }

    /** {@code 1.2 ms: fork 3}. */
    List<String> values() {
        return chart.points()
                .lines()
                .map(line -> line.split("\t", -1))
                .map(point -> point[2] + ": " + point[3])
                .toList();
    }

    List<Mark.Shape> shapes(String look) {
        return marks.stream()
                .filter(mark -> mark instanceof Mark.Shape)
                .map(Mark.Shape.class::cast)
                .filter(shape -> shape.look().equals(look))
                .toList();
    }

    int size() {
        return marks.stream()
                .mapToInt(mark -> mark instanceof Mark.Shape shape
                        ? shape.outline().length() + shape.look().length() + 25
                        : 60)
                .sum();
    }

    /** That a browser can draw it, within its frame. */
    void areSound() {
        assertThat(chart.title()).isNotBlank();
        assertThat(chart.description()).isNotBlank().doesNotContain("NaN", "Infinity");
        assertThat(chart.reading()).endsWith(".");
        var width = Double.parseDouble(chart.width());
        var height = Double.parseDouble(chart.height());
        for (var mark : marks) {
            if (mark instanceof Mark.Shape shape) {
                assertThat(shape.outline()).as(chart.title()).startsWith("M");
                assertThat(STEP.matcher(shape.outline()).replaceAll("")).isEmpty();
                assertThat(across(shape.look())).allSatisfy(x -> assertThat(x).isBetween(-1.0, width + 1));
                assertThat(up(shape.look())).allSatisfy(y -> assertThat(y).isBetween(-1.0, height + 1));
            } else if (mark instanceof Mark.Words words) {
                assertThat(words.text()).isNotBlank().doesNotContain("NaN", "Infinity", "\n");
                assertThat(words.text().length()).isLessThan(80);
                assertThat(Double.parseDouble(words.x())).isBetween(0.0, width);
                assertThat(Double.parseDouble(words.y())).isBetween(0.0, height);
            }
        }
        assertThat(chart.points().lines().map(line -> line.split("\t", -1))).allSatisfy(point -> {
            assertThat(point).hasSize(4).doesNotContain("", "NaN", "Infinity");
            assertThat(Double.parseDouble(point[0])).isBetween(0.0, width);
            assertThat(Double.parseDouble(point[1])).isBetween(0.0, height);
        });
    }
}
