package dev.perfbudget.report.chart;

/**
 * Where values have their place on an axis.
 *
 * @param range wider than nothing; above zero if {@code isLogarithmic}
 * @param from coordinate of its lower end
 * @param to coordinate of its upper end
 */
record Scale(Range range, double from, double to, boolean isLogarithmic) {

    static Scale linear(Range range, double from, double to) {
        return new Scale(range, from, to, false);
    }

    /** Logarithmic where the range is over two decades. */
    static Scale fitting(Range range, double from, double to) {
        return new Scale(range, from, to, range.isWide());
    }

    /** The coordinate; that of the nearer end for what lies outside. */
    double at(double value) {
        if (Double.isNaN(value)) {
            return to;
        }
        var inside = Math.max(range.lower(), Math.min(range.upper(), value));
        var lower = of(range.lower());
        return from + (to - from) * ((of(inside) - lower) / (of(range.upper()) - lower));
    }

    boolean holds(double value) {
        return value >= range.lower() && value <= range.upper();
    }

    private double of(double value) {
        return isLogarithmic ? Math.log(value) : value;
    }
}
