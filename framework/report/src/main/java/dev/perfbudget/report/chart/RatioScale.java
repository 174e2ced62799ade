package dev.perfbudget.report.chart;

import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Where ratios have their place: as logarithms, with no difference in the middle.
 *
 * @param reach logarithm of the largest ratio that has a place
 */
record RatioScale(double reach, Scale scale) {

    private static final double LEAST = 0.004;
    private static final double MOST = Math.log(1000);
    private static final double ROOM = 1.08;
    private static final double PERCENT_UP_TO = 1.2;
    private static final int MOST_TICKS_OF_SIDE = 3;
    private static final double TIMES_FROM = 10;
    private static final int DIGITS = 3;
    private static final List<List<Double>> WIDE =
            List.of(List.of(0.5, 2.0, 0.25, 4.0), List.of(0.1, 10.0, 0.5, 2.0), List.of(0.1, 10.0, 0.01, 100.0));

    /**
     * With room for all of these.
     *
     * @param from coordinate of the fastest
     * @param to coordinate of the slowest
     */
    static RatioScale of(Zones zones, DoubleStream ratios, double from, double to) {
        var furthest = ratios.map(ratio -> Math.abs(Math.log(ratio)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        var reach = Math.min(MOST, Math.max(LEAST, Math.max(zones.reach(), ROOM * furthest)));
        return new RatioScale(reach, Scale.linear(new Range(-reach, reach), from, to));
    }

    /** All ratios that an effect size is about. */
    static DoubleStream of(EffectSize effect) {
        return DoubleStream.concat(
                DoubleStream.of(effect.ratio()),
                effect.interval().stream().flatMapToDouble(found -> DoubleStream.of(found.lower(), found.upper())));
    }

    /** The coordinate; that of the nearer end for what lies outside. */
    double at(double ratio) {
        return scale.at(Math.log(ratio));
    }

    boolean holds(double ratio) {
        return scale.holds(Math.log(ratio));
    }

    /** Round ratios and how they are printed: no difference first, then those that matter more before others. */
    Map<Double, String> ticks() {
        var ticks = new LinkedHashMap<Double, String>();
        ticks.put(1.0, "same");
        var largest = Math.exp(reach);
        if (largest - 1 > PERCENT_UP_TO) {
            WIDE.stream()
                    .filter(wide -> Collections.max(wide) >= Math.sqrt(largest) * 1.2)
                    .findFirst()
                    .orElse(WIDE.get(WIDE.size() - 1))
                    .stream()
                    .filter(this::holds)
                    .forEach(ratio -> ticks.put(ratio, label(ratio)));
            return ticks;
        }
        var step = Ticks.step(largest - 1, MOST_TICKS_OF_SIDE + 1);
        for (var share = step; share <= largest - 1; share += step) {
            ticks.put(1 + share, label(1 + share));
            if (holds(1 - share)) {
                ticks.put(1 - share, label(1 - share));
            }
        }
        return ticks;
    }

    /** {@code +5 % (+3 % to +7 %)}. */
    static String print(EffectSize effect) {
        return print(effect.ratio())
                + effect.interval()
                        .map(found -> " (" + print(found.lower()) + " to " + print(found.upper()) + ")")
                        .orElse("");
    }

    /** {@code +5 %}, {@code same}, {@code 12 times}. */
    static String print(double ratio) {
        if (!Range.isDrawable(ratio)) {
            return "no number";
        }
        return ratio == 1 ? "same" : label(ratio);
    }

    private static String label(double ratio) {
        if (ratio >= TIMES_FROM) {
            return Math.round(ratio) + " times";
        }
        var percent = new Quantity(100 * Math.abs(ratio - 1), Unit.PERCENT).printAsIs(DIGITS);
        return (ratio > 1 ? "+" : "−") + percent;
    }
}
