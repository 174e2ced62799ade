package dev.perfbudget.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Round values along an axis.
 *
 * @param values ascending
 * @param digits significant ones that tell them apart
 */
record Ticks(List<Double> values, int digits) {

    private static final double[] ROUND = {1, 2, 5, 10};
    private static final int MOST_DIGITS = 9;
    private static final double ROUNDING = 1e-9;

    Ticks {
        values = List.copyOf(values);
    }

    /** No more than so many. */
    static Ticks of(Scale scale, int most) {
        return scale.isLogarithmic() ? powers(scale.range(), most) : multiples(scale.range(), most);
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    static Ticks multiples(Range range, int most) {
        var step = step(range.upper() - range.lower(), most);
        var values = new ArrayList<Double>();
        var last = Math.floor(range.upper() / step + ROUNDING);
        for (var k = Math.ceil(range.lower() / step - ROUNDING); k <= last && values.size() <= most; k++) {
            values.add(0.0 + k * step);
        }
        var largest = Math.max(Math.abs(range.lower()), Math.abs(range.upper()));
        var digits = (int) (magnitude(largest) - magnitude(step)) + 1;
        return new Ticks(values, Math.max(1, Math.min(MOST_DIGITS, digits)));
    }

    /** The smallest round step of which no more than so many fit. */
    static double step(double width, int most) {
        var power = Math.pow(10, magnitude(Math.max(Double.MIN_NORMAL, width / most)));
        for (var factor : ROUND) {
            if (width / (factor * power) <= most - 1 + ROUNDING) {
                return factor * power;
            }
        }
        return 2 * ROUND[ROUND.length - 1] * power;
    }

    /** Powers of ten, some left out if there are too many. */
    private static Ticks powers(Range range, int most) {
        var first = (int) Math.ceil(Math.log10(range.lower()) - ROUNDING);
        var last = (int) Math.floor(Math.log10(range.upper()) + ROUNDING);
        var every = Math.max(1, (last - first) / most + 1);
        var values = new ArrayList<Double>();
        for (var power = first; power <= last; power += every) {
            values.add(Math.pow(10, power));
        }
        return new Ticks(values, 1);
    }

    private static double magnitude(double value) {
        return Math.floor(Math.log10(value) + ROUNDING);
    }
}
