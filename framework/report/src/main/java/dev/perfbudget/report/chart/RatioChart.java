package dev.perfbudget.report.chart;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ratio of a sample to its baseline, with its interval, against the threshold: what a verdict was decided by. */
final class RatioChart {

    private static final double TOP = 20;
    private static final double EDGE = 8;
    private static final double WORDS_OF_ROW = 16;
    private static final double STRIP = 24;
    private static final double ROW = WORDS_OF_ROW + STRIP + 6;
    private static final double WORDS_OF_ZONES = 14;
    private static final Box SMALL = new Box(0, 0, 120, 20);
    private static final String READING =
            "A bar is where the ratio surely lies, a point the best guess: regressed if all of a bar is right of the"
                    + " threshold, unchanged if all of every bar is left of it, improved if all of every bar is left of"
                    + " the other line, else nothing is sure.";
    private static final String READING_EXACT =
            "Both figures are exact: the point is their ratio, and beyond the lines it is more than what is tolerated.";

    private final SampleVerdict sample;
    private final Comparison comparison;
    private final Zones zones;

    private RatioChart(SampleVerdict sample, Comparison comparison) {
        this.sample = sample;
        this.comparison = comparison;
        this.zones = Zones.of(comparison);
    }

    /** Absent where no ratio was taken. */
    static Optional<Chart> of(SampleVerdict sample) {
        return sample.verdict().compared().flatMap(comparison -> new RatioChart(sample, comparison).chart());
    }

    /** As small as a word, for a line of a table; absent where no ratio was taken. */
    static Optional<Chart> small(SampleVerdict sample) {
        return sample.verdict().compared().flatMap(comparison -> comparison
                .effect()
                .map(effect -> new RatioChart(sample, comparison).small(effect)));
    }

    /** Figures that are exact and the same need no picture. */
    private Optional<Chart> chart() {
        return comparison
                .effect()
                .filter(effect -> comparison.exact().isEmpty() || effect.ratio() != 1)
                .map(effect -> chart(rows(effect)));
    }

    private Chart chart(List<Row> rows) {
        var plot = new Box(EDGE, TOP, Box.WIDTH - EDGE, TOP + rows.size() * ROW);
        var scale = RatioScale.of(
                zones, rows.stream().flatMapToDouble(row -> RatioScale.of(row.effect)), plot.left(), plot.right());
        var drawing = new Drawing();
        drawing.words("zone", plot.left(), WORDS_OF_ZONES, "improved")
                .words("zone middle", plot.middle(), WORDS_OF_ZONES, zones.within())
                .words("zone end", plot.right(), WORDS_OF_ZONES, "regressed");
        var top = plot.top();
        for (var row : rows) {
            var strip = new Box(plot.left(), top + WORDS_OF_ROW + 4, plot.right(), top + WORDS_OF_ROW + 4 + STRIP);
            drawing.words("label", plot.left(), top + WORDS_OF_ROW, row.words());
            bands(drawing, scale, strip);
            IntervalBar.across(row.effect, scale, (strip.top() + strip.bottom()) / 2)
                    .addTo(drawing, row.decides ? "candidate" : "candidate thin");
            drawing.point(
                    scale.at(row.effect.ratio()),
                    (strip.top() + strip.bottom()) / 2,
                    RatioScale.print(row.effect),
                    row.words());
            top += ROW;
        }
        new Axes(drawing, plot).belowRatios(scale, ChangeNames.of(sample.unit()));
        return drawing.chart(
                "Ratio to the baseline: " + Lettering.cut(sample.id().metric(), 40),
                description(),
                comparison.exact().isPresent() ? READING_EXACT : READING,
                Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private Chart small(EffectSize effect) {
        var middle = (SMALL.top() + SMALL.bottom()) / 2;
        var plot = new Box(EDGE / 2, SMALL.top(), SMALL.right() - EDGE / 2, SMALL.bottom());
        var scale = RatioScale.of(zones, RatioScale.of(effect), plot.left(), plot.right());
        var drawing = new Drawing();
        bands(drawing, scale, plot);
        IntervalBar.across(effect, scale, middle).addTo(drawing, "candidate");
        return drawing.chart("Ratio to the baseline", description(), READING, SMALL);
    }

    private void bands(Drawing drawing, RatioScale scale, Box plot) {
        var improved = scale.at(zones.improved());
        var regressed = scale.at(zones.regressed());
        drawing.shape("band good", new Box(plot.left(), plot.top(), improved, plot.bottom()).outline())
                .shape("band neutral", new Box(improved, plot.top(), regressed, plot.bottom()).outline())
                .shape("band bad", new Box(regressed, plot.top(), plot.right(), plot.bottom()).outline())
                .shape("same", new Outline().line(scale.at(1), plot.top(), scale.at(1), plot.bottom()))
                .shape(
                        "threshold",
                        new Outline()
                                .line(improved, plot.top(), improved, plot.bottom())
                                .line(regressed, plot.top(), regressed, plot.bottom()));
    }

    private String description() {
        return Sentences.decision(sample) + ": " + Sentences.reason(sample);
    }

    /** Both locations where there are two, for both must be within the threshold. */
    private List<Row> rows(EffectSize effect) {
        var both = Stream.of(
                        comparison.quantile().map(found -> row(Location.QUANTILE, found)),
                        comparison.mean().map(found -> row(Location.MEAN, found)))
                .flatMap(Optional::stream)
                .toList();
        return both.isEmpty() ? List.of(row(comparison.decidedBy(), effect)) : both;
    }

    private Row row(Location location, EffectSize effect) {
        return new Row(name(location), effect, location == comparison.decidedBy());
    }

    private String name(Location location) {
        var isPaired = comparison.design() == Design.PAIRED;
        return switch (location) {
            case QUANTILE -> isPaired ? "median ratio" : "low quantile";
            case MEAN -> isPaired ? "ratio of means" : "mean";
            case EXACT -> "exact figures";
        };
    }

    /** One location. */
    private record Row(String name, EffectSize effect, boolean decides) {

        String words() {
            var level = effect.interval()
                    .map(ConfidenceInterval::level)
                    .map(share -> ", " + new Quantity(100 * share, Unit.PERCENT).printAsIs(4) + " interval")
                    .orElse("");
            return name + level + (decides ? " (decides)" : "");
        }
    }
}
