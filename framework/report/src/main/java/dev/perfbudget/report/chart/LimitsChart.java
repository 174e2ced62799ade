package dev.perfbudget.report.chart;

import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Grade;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much of every limit is used, what is sure of that, and the grades. */
final class LimitsChart {

    private static final double EDGE = 8;
    private static final double TOP = 20;
    private static final double ROW = 42;
    private static final double WORDS_OF_ROW = 14;
    private static final double BAR_OF_ROW = 27;
    private static final double HALF_A_BAND = 9;
    private static final double ARROW = 6;
    private static final int MOST_ROWS = 30;
    private static final int LONGEST_LABEL = 34;
    private static final int LONGEST_VALUE = 20;
    private static final Range SHOWN = new Range(0, 2.4);
    private static final List<Band> BANDS = bands();
    private static final String READING =
            "The bar is how much of a limit is used, the thin line where that surely lies, the upright line the limit"
                    + " itself; letters are grades. Where a limit bounds from below, a smaller value uses more of it.";

    private final Scale scale = Scale.linear(SHOWN, EDGE, Box.WIDTH - EDGE);
    private final Drawing drawing = new Drawing();

    /** How much of a limit is used for a grade. */
    private record Band(Grade grade, double from, double to) {

        String look() {
            return "grade-" + grade.name().toLowerCase(Locale.ROOT);
        }
    }

    private LimitsChart() {}

    /** The picture; empty without limits. */
    static Optional<Chart> of(List<LimitVerdict> limits) {
        return limits.isEmpty() ? Optional.empty() : Optional.of(new LimitsChart().chart(limits));
    }

    private Chart chart(List<LimitVerdict> limits) {
        var shown = limits.subList(0, Math.min(MOST_ROWS, limits.size()));
        letters();
        var top = TOP;
        for (var limit : shown) {
            row(limit, top);
            top += ROW;
        }
        var plot = new Box(EDGE, TOP, Box.WIDTH - EDGE, top);
        axis(plot, limits.size() > MOST_ROWS ? " (" + (limits.size() - MOST_ROWS) + " more limits)" : "");
        return drawing.chart(
                limits.size() == 1 ? "Limit" : "Limits",
                limits.stream().map(LimitsChart::words).collect(Collectors.joining(" ")),
                READING,
                Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private void letters() {
        for (var band : BANDS) {
            drawing.words("zone middle", (scale.at(band.from) + scale.at(band.to)) / 2, TOP - 6, band.grade.name());
        }
    }

    private static List<Band> bands() {
        var bands = new ArrayList<Band>();
        var from = 0.0;
        for (var grade : Grade.values()) {
            var to = Math.min(grade.largestUse(), SHOWN.upper());
            bands.add(new Band(grade, from, to));
            from = to;
        }
        return List.copyOf(bands);
    }

    private void row(LimitVerdict verdict, double top) {
        var limit = verdict.limit();
        var y = top + BAR_OF_ROW;
        drawing.words("label", EDGE, top + WORDS_OF_ROW, Lettering.cut(limit.toString(), LONGEST_LABEL))
                .words("label end", Box.WIDTH - EDGE, top + WORDS_OF_ROW, result(verdict));
        for (var band : BANDS) {
            drawing.shape(
                    "band " + band.look(),
                    new Box(scale.at(band.from), y - HALF_A_BAND, scale.at(band.to), y + HALF_A_BAND).outline());
        }
        verdict.evidence().value().flatMap(value -> use(verdict, value)).ifPresent(use -> {
            drawing.shape("measure candidate", new Outline().line(scale.at(0), y, scale.at(use), y))
                    .point(scale.at(use), y, result(verdict), limit.toString());
            if (!scale.holds(use)) {
                drawing.shape("arrow candidate", new Outline().arrow(scale.at(use), y, -ARROW));
            }
        });
        verdict.evidence().bounds().ifPresent(bounds -> whisker(verdict, bounds, y));
        drawing.shape("limit", new Outline().line(scale.at(1), y - HALF_A_BAND - 2, scale.at(1), y + HALF_A_BAND + 2));
    }

    private void whisker(LimitVerdict verdict, Evidence.Bounds bounds, double y) {
        var ends = Stream.of(bounds.lower(), bounds.upper())
                .flatMap(bound -> use(verdict, bound).stream())
                .sorted()
                .toList();
        if (ends.size() == 2) {
            var line = new Outline().line(scale.at(ends.get(0)), y, scale.at(ends.get(1)), y);
            ends.stream().filter(scale::holds).forEach(end -> line.line(scale.at(end), y - 5, scale.at(end), y + 5));
            drawing.shape("whisker", line);
        }
    }

    /** Of a value of the limit's dimension. */
    private static Optional<Double> use(LimitVerdict verdict, Quantity value) {
        var limit = verdict.limit();
        return value.unit().dimension() == limit.bound().unit().dimension()
                ? Optional.of(limit.useOf(value))
                : Optional.empty();
    }

    private void axis(Box plot, String more) {
        var axes = new Axes(drawing, plot);
        var ticks = new Outline().line(plot.left(), plot.bottom(), plot.right(), plot.bottom());
        for (var band : BANDS.subList(0, BANDS.size() - 1)) {
            ticks.line(scale.at(band.to), plot.bottom(), scale.at(band.to), plot.bottom() + 4);
            axes.numberBelow(scale.at(band.to), Long.toString(Math.round(100 * band.to)));
        }
        drawing.shape("axis", ticks);
        axes.name("share of the limit that is used, %" + more);
    }

    private static String result(LimitVerdict verdict) {
        var value = verdict.evidence().value().map(Quantity::print).orElse("not measured");
        return Lettering.cut(value, LONGEST_VALUE)
                + verdict.grade().map(grade -> ", " + grade).orElse("");
    }

    private static String words(LimitVerdict verdict) {
        var use =
                verdict.evidence().value().flatMap(value -> use(verdict, value)).filter(Range::isDrawable);
        return Lettering.cut(verdict.limit().toString(), 2 * LONGEST_LABEL) + ": " + result(verdict)
                + use.map(share -> ", " + percent(share) + " of the limit").orElse("") + ".";
    }

    private static String percent(double share) {
        return new Quantity(100 * share, Unit.PERCENT).printAsIs(3);
    }
}
