package dev.perfbudget.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An absolute bound on a metric.
 *
 * @param bound as written; for a recorded metric without unit a bare count, compared in the unit that was recorded
 * @param text as it was written
 * @param source where it was written
 */
public record Limit(Metric metric, Comparison comparison, Quantity bound, String text, String source) {

    private static final int EXACT_DIGITS = 12;

    /** The limits as written, in brackets, for messages. */
    static String texts(List<Limit> limits) {
        return limits.stream().map(limit -> "[" + limit.text() + "]").collect(Collectors.joining(" and "));
    }

    /** Whether a value of the bound's dimension is within the bound. */
    public boolean isKeptBy(Quantity value) {
        return comparison.holds(value.in(bound.unit()), bound.value());
    }

    /** {@code p99 <= 50 ms}. */
    @Override
    public String toString() {
        return metric.label() + " " + comparison.symbol() + " " + bound.print(EXACT_DIGITS);
    }
}
