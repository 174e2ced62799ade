package dev.perfbudget.report.chart;

import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ratios of all times, and of what else changed, sorted: what is slower at the top. */
final class SuiteChart {

    private static final int MOST_ROWS = 60;
    private static final double TOP = 2 * Legend.HEIGHT;
    private static final double ROW = 17;
    private static final double NAMES = 168;
    private static final double EDGE = 8;
    private static final double SIZE = 12;
    private static final double MOST_REACH = Math.log(20);
    private static final String READING =
            "Every line is a metric of a benchmark: its ratio to the baseline with its interval, on the ground that its"
                    + " threshold allows. What is to the right is worse. Metrics other than time are here if they changed.";

    private final List<Row> rows;
    private final int compared;
    private final Drawing drawing = new Drawing();

    /** One line. */
    private record Row(SampleVerdict sample, EffectSize effect, Zones zones) {

        Verdict.Kind kind() {
            return sample.verdict().kind();
        }

        boolean isTime() {
            return switch (sample.unit().dimension()) {
                case TIME, RATE -> true;
                case MEMORY, SHARE, COUNT -> false;
            };
        }

        double change() {
            return Math.log(effect.ratio());
        }
    }

    private SuiteChart(List<Row> rows, int compared) {
        this.rows = rows;
        this.compared = compared;
    }

    /** The picture; empty where fewer than two samples have a ratio. */
    static Optional<Chart> of(SuiteComparison comparison) {
        var all = comparison.verdicts().stream().flatMap(SuiteChart::row).toList();
        return all.size() < 2 ? Optional.empty() : Optional.of(new SuiteChart(mostTelling(all), all.size()).chart(all));
    }

    private static Stream<Row> row(SampleVerdict sample) {
        return sample
                .verdict()
                .compared()
                .flatMap(found -> found.effect().map(effect -> new Row(sample, effect, Zones.of(found))))
                .filter(row -> row.isTime() || row.kind() != Verdict.Kind.UNCHANGED)
                .stream();
    }

    /** What is not within its threshold before what is, what moved far before what did not; then sorted. */
    private static List<Row> mostTelling(List<Row> all) {
        return all.stream()
                .sorted(Comparator.comparing((Row row) -> row.kind() == Verdict.Kind.UNCHANGED)
                        .thenComparing(row -> -Math.abs(row.change())))
                .limit(MOST_ROWS)
                .sorted(Comparator.comparingDouble((Row row) -> -row.change()))
                .toList();
    }

    private Chart chart(List<Row> all) {
        var plot = new Box(NAMES, TOP, Box.WIDTH - EDGE, TOP + rows.size() * ROW + 4);
        var widest = rows.stream()
                .map(Row::zones)
                .max(Comparator.comparingDouble(Zones::reach))
                .orElseThrow();
        var scale = RatioScale.of(
                widest,
                rows.stream()
                        .flatMapToDouble(row -> RatioScale.of(row.effect))
                        .filter(ratio -> Math.abs(Math.log(ratio)) < MOST_REACH),
                plot.left(),
                plot.right());
        legend();
        allowed(scale, plot);
        new Axes(drawing, plot).belowRatios(scale, new ChangeNames("better", "worse"));
        bars(scale, plot);
        return drawing.chart(
                "All ratios to the baseline",
                description(all),
                READING + left(),
                Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private void legend() {
        new Legend(drawing).dot("bad", "regressed").dot("good", "improved").dot("small plain", "unchanged");
        drawing.rings("open", new Outline().dot(9, 29)).words("label", 18, 33, "inconclusive");
    }

    private void allowed(RatioScale scale, Box plot) {
        var ground = new Outline();
        for (var i = 0; i < rows.size(); i++) {
            var zones = rows.get(i).zones;
            var top = plot.top() + i * ROW;
            ground.box(scale.at(zones.improved()), top, scale.at(zones.regressed()), top + ROW);
        }
        drawing.shape("band neutral", ground)
                .shape("same", new Outline().line(scale.at(1), plot.top(), scale.at(1), plot.bottom()));
    }

    private void bars(RatioScale scale, Box plot) {
        var bars = new Outline();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var y = plot.top() + (i + 0.5) * ROW;
            drawing.words("label", EDGE / 2, y + 4, name(row.sample));
            drawing.point(scale.at(row.effect.ratio()), y, RatioScale.print(row.effect), name(row.sample));
            row.effect
                    .interval()
                    .ifPresent(interval -> bars.line(scale.at(interval.lower()), y, scale.at(interval.upper()), y));
        }
        drawing.shape("whisker", bars);
        points(Verdict.Kind.REGRESSED, "bad", scale, plot);
        points(Verdict.Kind.IMPROVED, "good", scale, plot);
        points(Verdict.Kind.UNCHANGED, "small plain", scale, plot);
        drawing.rings("open", points(Verdict.Kind.INCONCLUSIVE, scale, plot));
    }

    private void points(Verdict.Kind kind, String look, RatioScale scale, Box plot) {
        drawing.shape("dot " + look, points(kind, scale, plot));
    }

    private Outline points(Verdict.Kind kind, RatioScale scale, Box plot) {
        var points = new Outline();
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() == kind) {
                points.dot(scale.at(rows.get(i).effect.ratio()), plot.top() + (i + 0.5) * ROW);
            }
        }
        return points;
    }

    /** The method and the metric: as much as fits. */
    private static String name(SampleVerdict sample) {
        var id = sample.id();
        var name = id.benchmark();
        var method = name.lastIndexOf('.');
        var shortName = name.substring(name.lastIndexOf('.', method - 1) + 1);
        var params =
                id.params().isEmpty() ? "" : " " + String.join(",", id.params().values());
        var metric = id.isScore() ? "" : " " + id.metric();
        return Lettering.fit(shortName + params, NAMES - EDGE - SIZE * 0.56 * Math.min(14, metric.length()), SIZE)
                + Lettering.cut(metric, 14);
    }

    private String left() {
        return compared > rows.size()
                ? " The " + rows.size() + " that moved most are drawn of " + compared + "; all others are unchanged or"
                        + " moved less."
                : "";
    }

    private static String description(List<Row> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(Row::change));
        return all.size() + " metrics: " + count(all, Verdict.Kind.REGRESSED) + " regressed, "
                + count(all, Verdict.Kind.IMPROVED) + " improved, " + count(all, Verdict.Kind.UNCHANGED)
                + " unchanged, " + count(all, Verdict.Kind.INCONCLUSIVE) + " inconclusive. Ratios are from "
                + ratio(sorted.get(0)) + " (" + name(sorted.get(0).sample) + ") to "
                + ratio(sorted.get(sorted.size() - 1)) + " (" + name(sorted.get(sorted.size() - 1).sample) + ").";
    }

    private static long count(List<Row> rows, Verdict.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    private static String ratio(Row row) {
        return RatioScale.print(row.effect.ratio());
    }
}
