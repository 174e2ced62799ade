package dev.perfbudget.report.chart;

import java.util.ArrayList;
import java.util.stream.DoubleStream;

/** Draws axes: a line, ticks, what stands beside them; a number that has no room is left out. */
final class Axes {

    private static final double TICK = 4;
    private static final int FINER = 5;
    private static final double NUMBERS_BELOW = 17;
    private static final double NAME_BELOW = 34;
    private static final double NUMBERS_BESIDE = 7;
    private static final double HALF_A_LINE = 4;
    private static final double LINE = 13;
    private static final double WIDTH_OF_LETTER = 7.3;

    /** Height that an axis with numbers and a name needs below the plot. */
    static final double HEIGHT = 40;

    /** Width that the numbers of an upright axis need. */
    static final double WIDTH = 66;

    private final Drawing drawing;
    private final Box plot;

    Axes(Drawing drawing, Box plot) {
        this.drawing = drawing;
        this.plot = plot;
    }

    /** Ratios from left to right, with names for both directions. */
    void belowRatios(RatioScale scale, ChangeNames names) {
        var ticks = new Outline().line(plot.left(), plot.bottom(), plot.right(), plot.bottom());
        var places = new ArrayList<Double>();
        scale.ticks().forEach((ratio, label) -> {
            var x = scale.at(ratio);
            ticks.line(x, plot.bottom(), x, plot.bottom() + TICK);
            if (places.stream().allMatch(place -> Math.abs(place - x) > label.length() * WIDTH_OF_LETTER)) {
                numberBelow(x, label);
                places.add(x);
            }
        });
        drawing.shape("axis", ticks);
        drawing.words("name", plot.left(), plot.bottom() + NAME_BELOW, "← " + names.smaller());
        drawing.words("name end", plot.right(), plot.bottom() + NAME_BELOW, names.larger() + " →");
    }

    /** Ratios from bottom to top. */
    void besideRatios(RatioScale scale) {
        var ticks = new Outline().line(plot.left(), plot.top(), plot.left(), plot.bottom());
        var places = new ArrayList<Double>();
        scale.ticks().forEach((ratio, label) -> {
            var y = scale.at(ratio);
            ticks.line(plot.left() - TICK, y, plot.left(), y);
            if (places.stream().allMatch(place -> Math.abs(place - y) > LINE)) {
                numberBeside(y, label);
                places.add(y);
            }
        });
        drawing.shape("axis", ticks);
    }

    /** Values from left to right, which can be zoomed. */
    void below(Scale scale, AxisUnit unit, int most) {
        var ticks = new Outline().line(plot.left(), plot.bottom(), plot.right(), plot.bottom());
        var found = Ticks.of(scale, most);
        for (double value : found.values()) {
            ticks.line(scale.at(value), plot.bottom(), scale.at(value), plot.bottom() + TICK);
            tickBelow(scale.at(value), unit.print(value, found.digits()));
        }
        drawing.shape("axis", ticks);
        var finer = Ticks.of(scale, FINER * most);
        for (double value : finer.values()) {
            fineTickBelow(scale.at(value), unit.print(value, finer.digits()));
        }
    }

    /** Whole numbers from left to right, the lowest and round ones, which can be zoomed. */
    void belowNumbers(Scale scale, int most) {
        var ticks = new Outline();
        var lowest = scale.range().lower();
        DoubleStream.concat(DoubleStream.of(lowest), whole(scale, most))
                .distinct()
                .forEach(number -> {
                    ticks.line(scale.at(number), plot.bottom(), scale.at(number), plot.bottom() + TICK);
                    tickBelow(scale.at(number), Long.toString(Math.round(number)));
                });
        drawing.shape("axis", ticks);
        whole(scale, FINER * most)
                .forEach(number -> fineTickBelow(scale.at(number), Long.toString(Math.round(number))));
    }

    private static DoubleStream whole(Scale scale, int most) {
        return Ticks.of(scale, most).values().stream()
                .mapToDouble(value -> value)
                .filter(value -> value == Math.rint(value));
    }

    /** Values from bottom to top, with lines across the plot. */
    void beside(Scale scale, AxisUnit unit, int most) {
        var found = Ticks.of(scale, most);
        var lines = new Outline();
        for (double value : found.values()) {
            lines.line(plot.left(), scale.at(value), plot.right(), scale.at(value));
            numberBeside(scale.at(value), unit.print(value, found.digits()));
        }
        drawing.shape("grid", lines);
    }

    /** What is along the axis below. */
    void name(String name) {
        drawing.words("name middle", plot.middle(), plot.bottom() + NAME_BELOW, name);
    }

    /** A number, kept within the picture. */
    void numberBelow(double x, String label) {
        var half = label.length() * WIDTH_OF_LETTER / 2;
        var inside = Math.max(half, Math.min(Box.WIDTH - half, x));
        drawing.words("tick middle", inside, plot.bottom() + NUMBERS_BELOW, label);
    }

    /** A number at its very place, which moves with it where the picture is zoomed; only there if it lacks room here. */
    void tickBelow(double x, String label) {
        var half = label.length() * WIDTH_OF_LETTER / 2;
        if (x < half || x > Box.WIDTH - half) {
            fineTickBelow(x, label);
        } else {
            drawing.words("tick middle", x, plot.bottom() + NUMBERS_BELOW, label);
        }
    }

    /** A number that there is room for only where the picture is zoomed. */
    void fineTickBelow(double x, String label) {
        drawing.words("tick middle fine", x, plot.bottom() + NUMBERS_BELOW, label);
    }

    void numberBeside(double y, String label) {
        var fitting = Lettering.cut(label, (int) (WIDTH / WIDTH_OF_LETTER) + 1);
        drawing.words("tick end", plot.left() - NUMBERS_BESIDE, y + HALF_A_LINE, fitting);
    }
}
