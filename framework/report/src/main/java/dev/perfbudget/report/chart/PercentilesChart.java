package dev.perfbudget.report.chart;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times of single operations by percentile, each further nine as wide as the one before: Gil Tene's way to show the tail,
 * as in HdrHistogram.
 */
final class PercentilesChart {

    private static final double TOP = Legend.HEIGHT + 8;
    private static final double HEIGHT = 170;
    private static final double EDGE = 14;
    private static final int POINTS = 100;
    private static final double MOST_DECADES = 7;
    private static final double FAR_LIMIT = 4;
    private static final double HALF_A_LIMIT = 16;
    private static final double ABOVE = 6;
    private static final int MOST_TICKS = 5;
    private static final String READING =
            "So many per cent of all operations took no longer than the height of the curve; every step to the right"
                    + " leaves a tenth as many that are slower. Short bars are limits.";

    private final Optional<LatencyCurve> baseline;
    private final LatencyCurve candidate;
    private final List<Bound> bounds;
    private final AxisUnit unit;
    private final Box plot = new Box(Axes.WIDTH, TOP, Box.WIDTH - EDGE, TOP + HEIGHT);
    private final Scale across;
    private final Scale up;
    private final Drawing drawing = new Drawing();
    private final Drawing inside = new Drawing();

    /** A limit on a percentile, in the unit of the curve. */
    private record Bound(String label, double decades, double value) {}

    private PercentilesChart(Optional<LatencyCurve> baseline, LatencyCurve candidate, List<Limit> limits, String unit) {
        this.baseline = baseline;
        this.candidate = candidate;
        var largest = Math.max(
                candidate.largest(), baseline.map(LatencyCurve::largest).orElse(0.0));
        var smallest = Math.min(
                candidate.smallest(), baseline.map(LatencyCurve::smallest).orElse(Double.MAX_VALUE));
        var decades = Math.max(
                1,
                Math.min(
                        MOST_DECADES,
                        Math.max(
                                candidate.decades(),
                                baseline.map(LatencyCurve::decades).orElse(0.0))));
        this.across = Scale.linear(new Range(0, decades * 1.02), plot.left(), plot.right());
        this.bounds = limits.stream()
                .flatMap(limit -> bound(limit, unit, decades).stream())
                .toList();
        this.unit = AxisUnit.of(unit, largest);
        this.up = Scale.fitting(range(smallest, largest), plot.bottom(), plot.top());
    }

    /**
     * The picture.
     *
     * @param baseline forks that took turns with the candidate's; none if there are none
     * @param limits of which those on percentiles are drawn
     * @return empty where single operations were not timed
     */
    static Optional<Chart> of(BenchmarkRun candidate, List<Fork> baseline, List<LimitVerdict> limits) {
        return LatencyCurve.of(candidate.forks())
                .filter(curve -> curve.operations() > 1 && curve.largest() > 0)
                .map(curve -> new PercentilesChart(
                                LatencyCurve.of(baseline),
                                curve,
                                limits.stream().map(LimitVerdict::limit).toList(),
                                candidate.forks().get(0).unit())
                        .chart());
    }

    private static Optional<Bound> bound(Limit limit, String unit, double decades) {
        var probability =
                limit.metric() instanceof StandardMetric metric ? metric.probability() : OptionalDouble.empty();
        var recorded = Unit.parse(unit)
                .filter(known -> known.dimension() == limit.bound().unit().dimension());
        return probability.isEmpty() || recorded.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bound(
                        limit.metric().label(),
                        Math.min(decades, decades(probability.getAsDouble())),
                        limit.bound().in(recorded.get())));
    }

    private static double decades(double share) {
        return -Math.log10(1 - share);
    }

    /** With the limits that are not far above all that was measured. */
    private Range range(double smallest, double largest) {
        var all = new Range(unit.convert(smallest), unit.convert(largest));
        for (var bound : bounds) {
            if (bound.value <= FAR_LIMIT * largest) {
                all = all.and(unit.convert(bound.value));
            }
        }
        var isWide = new Range(unit.convert(smallest), unit.convert(largest)).isWide();
        return isWide ? new Range(all.lower() / 1.1, all.upper() * 1.2) : new Range(0, all.upper() * 1.08);
    }

    private Chart chart() {
        new Axes(drawing, plot).beside(up, unit, MOST_TICKS);
        axisBelow();
        var legend = new Legend(drawing);
        baseline.ifPresent(curve -> {
            legend.line("curve dashed baseline", "baseline");
            draw(curve, "baseline");
        });
        legend.line("curve candidate", "candidate");
        draw(candidate, "candidate");
        if (!bounds.isEmpty()) {
            legend.line("limit", "limit");
            bounds.forEach(this::draw);
        }
        drawing.plot(plot, inside);
        return drawing.chart(
                "Percentiles of single operations", description(), READING, Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private void axisBelow() {
        var axes = new Axes(inside, plot);
        var ticks = new Outline().line(plot.left(), plot.bottom(), plot.right(), plot.bottom());
        var percentiles = new TreeMap<Double, String>();
        percentiles.put(0.0, "0");
        percentiles.put(decades(0.5), "50");
        for (var nines = 1; nines <= across.range().upper(); nines++) {
            percentiles.put((double) nines, percentile(nines));
        }
        for (var nines = 1; nines + decades(0.5) <= across.range().upper(); nines++) {
            axes.fineTickBelow(
                    across.at(nines + decades(0.5)), nines == 1 ? "95" : "99." + "9".repeat(nines - 2) + "5");
        }
        percentiles.forEach((decade, label) -> {
            ticks.line(across.at(decade), plot.bottom(), across.at(decade), plot.bottom() + 4);
            axes.tickBelow(across.at(decade), label);
        });
        inside.shape("axis", ticks);
        new Axes(drawing, plot).name("percentile, %");
    }

    /** {@code 90}, {@code 99.9}. */
    private static String percentile(int nines) {
        return nines == 1 ? "90" : "99" + (nines == 2 ? "" : ".") + "9".repeat(nines - 2);
    }

    private void draw(LatencyCurve curve, String side) {
        var line = new Outline();
        var end = Math.min(curve.decades(), across.range().upper());
        var marks = new Outline();
        for (var i = 0; i <= POINTS; i++) {
            var decade = end * i / POINTS;
            var y = up.at(unit.convert(curve.at(1 - Math.pow(10, -decade))));
            if (i == 0) {
                line.from(across.at(0), y);
            } else {
                line.to(across.at(decade), y);
            }
        }
        percentilesUpTo(end).forEach((decade, name) -> {
            var time = curve.at(1 - Math.pow(10, -decade));
            marks.dot(across.at(decade), up.at(unit.convert(time)));
            inside.point(across.at(decade), up.at(unit.convert(time)), unit.read(time), side + ", " + name);
        });
        inside.point(
                across.at(end), up.at(unit.convert(curve.largest())), unit.read(curve.largest()), side + ", slowest");
        if (side.equals("baseline")) {
            inside.shape("curve dashed baseline", line).rings("small baseline", marks);
        } else {
            inside.shape("curve candidate", line).shape("dot small candidate", marks);
        }
    }

    private static SortedMap<Double, String> percentilesUpTo(double end) {
        var names = new TreeMap<Double, String>();
        names.put(decades(0.5), "median");
        for (var nines = 1; nines <= end; nines++) {
            names.put((double) nines, "p" + percentile(nines));
        }
        return names.headMap(Math.nextUp(end));
    }

    private void draw(Bound bound) {
        var value = unit.convert(bound.value);
        if (!up.holds(value)) {
            return;
        }
        var x = across.at(bound.decades);
        var y = up.at(value);
        inside.shape("limit", new Outline().dash(x, y, HALF_A_LIMIT, Math.min(HALF_A_LIMIT, plot.right() - x)))
                .words("zone middle", x, y - ABOVE, bound.label)
                .point(x, y, unit.read(bound.value), "limit on " + bound.label);
    }

    private String description() {
        return Stream.concat(
                        baseline.stream().map(curve -> words("Baseline", curve)),
                        Stream.of(words("Candidate", candidate)))
                .collect(Collectors.joining(" "));
    }

    private String words(String side, LatencyCurve curve) {
        return side + ": " + curve.operations() + " operations, median " + unit.read(curve.at(0.5)) + ", p99 "
                + unit.read(curve.at(0.99)) + ", slowest " + unit.read(curve.largest()) + ".";
    }
}
