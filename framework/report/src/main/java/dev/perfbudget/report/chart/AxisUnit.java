package dev.perfbudget.report.chart;

import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.RoundedNumber;
import dev.perfbudget.model.Unit;
import java.util.Optional;

/**
 * The one unit that all numbers along an axis are printed in.
 *
 * @param recorded what the values are in; empty for a unit that is not ours
 * @param printed what they are drawn and printed in; as absent
 * @param name of a unit that is not ours
 */
record AxisUnit(Optional<Unit> recorded, Optional<Unit> printed, String name) {

    private static final int LONGEST_NAME = 12;
    private static final int LONGEST = 24;
    private static final int DIGITS = 4;
    private static final double SMALLEST = 1e-12;

    /**
     * The unit in which the largest value is most readable.
     *
     * @param largest can be drawn
     */
    static AxisUnit of(Unit unit, double largest) {
        return new AxisUnit(
                Optional.of(unit),
                Optional.of(new Quantity(largest, unit).readable().unit()),
                "");
    }

    /** Of a unit as JMH writes it, which may be one that is not ours. */
    static AxisUnit of(String unit, double largest) {
        return Unit.parse(unit)
                .map(known -> of(known, largest))
                .orElseGet(() -> new AxisUnit(Optional.empty(), Optional.empty(), Lettering.cut(unit, LONGEST_NAME)));
    }

    /** A value in the unit that is printed. */
    double convert(double value) {
        return recorded.flatMap(from -> printed.map(to -> from.convert(value, to)))
                .orElse(value);
    }

    /** {@code 1.253 ms}, of a value as it was recorded. */
    String read(double value) {
        return Range.isDrawable(value) ? print(convert(value), DIGITS) : "no number";
    }

    /** {@code 1.25 ms}, of a value in the unit that is printed. */
    String print(double value, int digits) {
        return Lettering.cut(Math.abs(value) < SMALLEST ? inUnit(0, digits) : inUnit(value, digits), LONGEST);
    }

    private String inUnit(double value, int digits) {
        return printed.map(unit -> new Quantity(value, unit).printAsIs(digits))
                .orElseGet(() -> (RoundedNumber.print(value, digits) + " " + name).strip());
    }
}
