package dev.perfbudget.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A number with its unit.
 *
 * @param value finite
 */
public record Quantity(double value, Unit unit) {

    private static final int READABLE_DIGITS = 3;

    /** From the smallest to the largest. */
    private static final Map<Dimension, List<Unit>> READABLE = Arrays.stream(Unit.values())
            .filter(Unit::isReadable)
            .sorted(Comparator.comparingDouble(Unit::factor))
            .collect(Collectors.groupingBy(Unit::dimension));

    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A quantity must be finite, not [" + value + " " + unit.symbol() + "]");
        }
    }

    /** The number in another unit of the same dimension. */
    public double in(Unit target) {
        return unit.convert(value, target);
    }

    /** The same in another unit. */
    public Quantity to(Unit target) {
        return new Quantity(in(target), target);
    }

    /** The same in the most readable unit. */
    public Quantity readable() {
        return to(readableUnit(READABLE_DIGITS));
    }

    /** In the most readable unit with three significant digits: {@code 61.3 ms}, {@code 190 ops/s}, {@code 2.5 %}. */
    public String print() {
        return print(READABLE_DIGITS);
    }

    /** In the most readable unit with so many significant digits, trailing zeros left out. */
    public String print(int significantDigits) {
        return to(readableUnit(significantDigits)).printAsIs(significantDigits);
    }

    /** In its own unit with so many significant digits, trailing zeros left out: beside a limit in the limit's unit. */
    public String printAsIs(int significantDigits) {
        return (RoundedNumber.print(value, significantDigits) + " " + unit.shortSymbol()).strip();
    }

    /** In its own unit with so many decimals, zeros among them: in a column, where the points stand below each other. */
    public String printWithDecimals(int decimals) {
        var rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return (rounded.toPlainString() + " " + unit.shortSymbol()).strip();
    }

    /** The largest unit that leaves a number of at least one, judged after rounding so that 999.9 us is 1 ms. */
    private Unit readableUnit(int significantDigits) {
        if (value == 0) {
            return unit;
        }
        var magnitude = Math.abs(value * unit.factor()) * (1 + 0.5 * Math.pow(10, -significantDigits));
        var candidates = READABLE.getOrDefault(unit.dimension(), List.of(unit));
        var best = candidates.get(0);
        for (var candidate : candidates) {
            if (candidate.factor() <= magnitude) {
                best = candidate;
            }
        }
        return best;
    }
}
