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
public record Limit(Metric metric, LimitOperator comparison, Quantity bound, String text, String source) {

    private static final int EXACT_DIGITS = 12;

    /** The limits as written, in brackets, for messages. */
    static String texts(List<Limit> limits) {
        return limits.stream().map(limit -> "[" + limit.text() + "]").collect(Collectors.joining(" and "));
    }

    /**
     * The same limit for a metric that turned out to be recorded in this unit: a bound without unit takes it on.
     */
    public Limit recordedIn(Unit unit) {
        return bound.unit() == Unit.COUNT
                ? new Limit(metric, comparison, new Quantity(bound.value(), unit), text, source)
                : this;
    }

    /** How much of it a value uses up: value over bound, or bound over value where it bounds from below. */
    public double useOf(Quantity value) {
        var measured = value.in(bound.unit());
        var use = comparison.boundsFromAbove() ? measured / bound.value() : bound.value() / measured;
        return Double.isNaN(use) ? 0 : use;
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
