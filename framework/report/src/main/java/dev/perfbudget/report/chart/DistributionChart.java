package dev.perfbudget.report.chart;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.KernelDensity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Forks of both sides along one axis: a dot each, and a curve of how dense they are; modes are seen as they are. */
final class DistributionChart {

    private static final double EDGE = 14;
    private static final double WORDS = 14;
    private static final double CURVE = 40;
    private static final double DOTS = 20;
    private static final double LANE = WORDS + CURVE + DOTS;
    private static final int POINTS = 60;
    private static final int FEWEST = 2;
    private static final double GOLDEN = 0.618_033_988_75;
    private static final int MOST_TICKS = 5;
    private static final String READING =
            "Every dot is a fork, a fresh JVM, further right for a higher score; the curve is"
                    + " high where forks are dense, and a second hump is a second mode.";

    private final ForkValues baseline;
    private final ForkValues candidate;
    private final boolean isStored;
    private final Scale scale;
    private final AxisUnit unit;
    private final Unit recorded;
    private final Drawing drawing = new Drawing();
    private final Drawing inside = new Drawing();

    private DistributionChart(ForkValues baseline, ForkValues candidate, boolean isStored, Range range, Unit recorded) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.isStored = isStored;
        this.recorded = recorded;
        this.unit = AxisUnit.of(recorded, range.upper());
        var converted = new Range(unit.convert(range.lower()), unit.convert(range.upper()));
        this.scale = converted.isWide()
                ? Scale.fitting(converted, EDGE, Box.WIDTH - EDGE)
                : Scale.linear(converted.widened(0.16, 0.02), EDGE, Box.WIDTH - EDGE);
    }

    /**
     * The picture.
     *
     * @param baseline forks that took turns with the candidate's; none if there are none
     * @param sample what became of the score; the forks of a stored baseline are known from it
     * @return empty where fewer than two forks can be drawn
     */
    static Optional<Chart> of(BenchmarkRun candidate, List<Fork> baseline, Optional<SampleVerdict> sample) {
        var isRate = candidate.id().mode() == BenchmarkMode.THROUGHPUT;
        var recorded = isRate ? Unit.PER_SECOND : Unit.NANOSECONDS;
        var stored = sample.flatMap(SampleVerdict::baseline)
                .filter(score -> baseline.isEmpty() && score.point().unit().dimension() == recorded.dimension());
        var before =
                stored.map(score -> ForkValues.of(score, recorded)).orElseGet(() -> ForkValues.of(candidate, baseline));
        var after = ForkValues.of(candidate, candidate.forks());
        if (before.count() + after.count() < FEWEST) {
            return Optional.empty();
        }
        return Range.of(DoubleStream.concat(Arrays.stream(before.values()), Arrays.stream(after.values()))
                        .toArray())
                .map(range -> new DistributionChart(before, after, stored.isPresent(), range, recorded)
                        .chart(sample.flatMap(found -> found.verdict().compared())
                                .map(found -> found.modes())));
    }

    private Chart chart(Optional<Sides> modes) {
        var hasBaseline = baseline.count() > 0;
        var name = isStored ? "stored baseline" : "baseline";
        var top = 0.0;
        if (hasBaseline) {
            inside.rings("baseline", lane(top, "baseline", name, baseline));
            top += LANE;
        }
        inside.shape("dot candidate", lane(top, "candidate", "candidate", candidate));
        var plot = new Box(EDGE, 0, Box.WIDTH - EDGE, top + LANE);
        new Axes(inside, plot).below(scale, unit, MOST_TICKS);
        drawing.plot(plot, inside);
        new Axes(drawing, plot).name(nameOfAxis());
        return drawing.chart(
                hasBaseline ? "Forks of baseline and candidate" : "Forks",
                (hasBaseline ? (isStored ? "Stored baseline: " : "Baseline: ") + baseline.words(unit) + ". " : "")
                        + "Candidate: " + candidate.words(unit) + "."
                        + modes.map(DistributionChart::words).orElse(""),
                READING,
                Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private String nameOfAxis() {
        return (recorded == Unit.PER_SECOND ? "throughput of a fork" : "mean time of a fork")
                + (scale.isLogarithmic() ? ", logarithmic" : "");
    }

    private static String words(Sides modes) {
        return modes.baseline() < 2 && modes.candidate() < 2
                ? ""
                : " Forks come in " + modes.baseline() + " and " + modes.candidate() + " modes.";
    }

    /** All of a side but its dots, which are returned. */
    private Outline lane(double top, String side, String name, ForkValues forks) {
        var ground = top + WORDS + CURVE;
        drawing.words(
                "label",
                EDGE,
                top + WORDS - 2,
                name + ", " + forks.count() + (forks.count() == 1 ? " fork" : " forks"));
        curve(forks).ifPresent(curve -> inside.shape("area " + side, area(curve, ground))
                .shape("curve " + side, line(curve, ground)));
        drawing.shape("ground", new Outline().line(EDGE, ground, Box.WIDTH - EDGE, ground));
        var dots = new Outline();
        var all = forks.all();
        for (var i = 0; i < all.size(); i++) {
            var x = x(all.get(i).value());
            var y = ground + 5 + (DOTS - 9) * ((i * GOLDEN) % 1);
            dots.dot(x, y);
            inside.point(
                    x,
                    y,
                    unit.read(all.get(i).value()),
                    name + " fork " + all.get(i).fork());
        }
        return dots;
    }

    private double x(double value) {
        return scale.at(unit.convert(value));
    }

    /** Heights from 0 to 1 at points from left to right. */
    private Optional<double[]> curve(ForkValues forks) {
        var places = Arrays.stream(forks.values()).map(this::x).toArray();
        return KernelDensity.of(places).map(density -> {
            var heights = new double[POINTS + 1];
            for (var i = 0; i <= POINTS; i++) {
                heights[i] = density.at(place(i));
            }
            var highest = Arrays.stream(heights).max().orElse(0);
            return highest > 0
                    ? Arrays.stream(heights).map(height -> height / highest).toArray()
                    : heights;
        });
    }

    private static double place(int point) {
        return EDGE + (Box.WIDTH - 2 * EDGE) * point / POINTS;
    }

    private static Outline line(double[] heights, double ground) {
        var line = new Outline();
        for (var i = 0; i < heights.length; i++) {
            var y = ground - heights[i] * (CURVE - 2);
            if (i == 0) {
                line.from(place(i), y);
            } else {
                line.to(place(i), y);
            }
        }
        return line;
    }

    private static Outline area(double[] heights, double ground) {
        return line(heights, ground).verticallyTo(ground).horizontallyTo(EDGE).close();
    }
}
