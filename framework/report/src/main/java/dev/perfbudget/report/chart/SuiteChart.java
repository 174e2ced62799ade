package dev.perfbudget.report.chart;

import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ratios of all times, and of what else changed, sorted: what is slower at the top. */
final class SuiteChart {

    private static final int MOST_ROWS = 60;
    private static final double TOP = 2 * Legend.HEIGHT;
    private static final double ROW = 17;
    private static final double EDGE = 8;
    private static final double LETTER = 7.6;
    private static final int FEWEST_LETTERS = 10;
    private static final int MOST_LETTERS = 27;
    private static final int LONGEST = 54;
    private static final double MOST_REACH = Math.log(20);
    private static final String READING =
            "Every line is a metric of a benchmark: its ratio to the baseline with its interval, on the ground that its"
                    + " threshold allows. What is to the right is worse. Metrics other than time are here if they changed.";

    private final List<Row> rows;
    private final int compared;
    private final Drawing drawing = new Drawing();

    /** One line. */
    private record Row(NamedSample named, EffectSize effect, Zones zones) {

        Verdict.Kind kind() {
            return named.sample().verdict().kind();
        }

        boolean isWaived() {
            return named.sample().waiver().isPresent();
        }

        String name() {
            return named.head() + named.tail();
        }

        boolean isTime() {
            return switch (named.sample().unit().dimension()) {
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
    static Optional<Chart> of(List<NamedSample> samples) {
        var all = samples.stream().flatMap(SuiteChart::row).toList();
        return all.size() < 2 ? Optional.empty() : Optional.of(new SuiteChart(mostTelling(all), all.size()).chart(all));
    }

    private static Stream<Row> row(NamedSample named) {
        return named
                .sample()
                .verdict()
                .compared()
                .flatMap(found -> found.effect().map(effect -> new Row(named, effect, Zones.of(found))))
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
        var names = names();
        var plot = new Box(width(names), TOP, Box.WIDTH - EDGE, TOP + rows.size() * ROW + 4);
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
        bars(names, scale, plot);
        return drawing.chart(
                "All ratios to the baseline",
                description(all),
                READING + left(),
                Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private void legend() {
        new Legend(drawing)
                .dot("bad", "regressed")
                .dot("good", "improved")
                .dot("small plain", "unchanged")
                .newLine()
                .ring("open", "inconclusive")
                .dot("open", "regressed, waived");
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

    private void bars(List<String> names, RatioScale scale, Box plot) {
        var bars = new Outline();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var y = plot.top() + (i + 0.5) * ROW;
            drawing.words("label", EDGE / 2, y + 4, names.get(i));
            drawing.point(scale.at(row.effect.ratio()), y, RatioScale.print(row.effect), row.name());
            row.effect
                    .interval()
                    .ifPresent(interval -> bars.line(scale.at(interval.lower()), y, scale.at(interval.upper()), y));
        }
        drawing.shape("whisker", bars);
        drawing.shape("dot bad", points(row -> is(row, Verdict.Kind.REGRESSED) && !row.isWaived(), scale, plot))
                .shape("dot open", points(Row::isWaived, scale, plot))
                .shape("dot good", points(row -> is(row, Verdict.Kind.IMPROVED), scale, plot))
                .shape("dot small plain", points(row -> is(row, Verdict.Kind.UNCHANGED), scale, plot))
                .rings("open", points(row -> is(row, Verdict.Kind.INCONCLUSIVE) && !row.isWaived(), scale, plot));
    }

    private static boolean is(Row row, Verdict.Kind kind) {
        return row.kind() == kind;
    }

    private Outline points(Predicate<Row> wanted, RatioScale scale, Box plot) {
        var points = new Outline();
        for (var i = 0; i < rows.size(); i++) {
            if (wanted.test(rows.get(i))) {
                points.dot(scale.at(rows.get(i).effect.ratio()), plot.top() + (i + 0.5) * ROW);
            }
        }
        return points;
    }

    /** As much of them as fits. */
    private List<String> names() {
        return rows.stream()
                .map(row -> Lettering.cut(row.named.head(), row.named.tail(), MOST_LETTERS))
                .toList();
    }

    private static double width(List<String> names) {
        var letters = names.stream().mapToInt(Lettering::letters).max().orElse(0);
        return 2 * EDGE + LETTER * Math.max(FEWEST_LETTERS, letters);
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
        return all.size() + " metrics: " + count(all, Verdict.Kind.REGRESSED) + " regressed" + waived(all) + ", "
                + count(all, Verdict.Kind.IMPROVED) + " improved, " + count(all, Verdict.Kind.UNCHANGED)
                + " unchanged, " + count(all, Verdict.Kind.INCONCLUSIVE) + " inconclusive. Ratios are from "
                + ratio(sorted.get(0)) + " (" + inWords(sorted.get(0)) + ") to "
                + ratio(sorted.get(sorted.size() - 1)) + " (" + inWords(sorted.get(sorted.size() - 1)) + ").";
    }

    private static long count(List<Row> rows, Verdict.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    private static String waived(List<Row> rows) {
        var waived = rows.stream().filter(Row::isWaived).count();
        return waived == 0 ? "" : " (" + waived + " waived)";
    }

    private static String inWords(Row row) {
        return Lettering.cut(row.name(), LONGEST);
    }

    private static String ratio(Row row) {
        return RatioScale.print(row.effect.ratio());
    }
}
