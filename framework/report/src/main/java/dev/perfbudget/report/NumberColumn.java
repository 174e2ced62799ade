package dev.perfbudget.report;

import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the numbers of one column are printed: all in one unit and with as many decimals, so that their points stand below
 * each other.
 *
 * @param unit empty where the column has no number
 */
record NumberColumn(Optional<Unit> unit, int decimals) {

    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 6;
    private static final String UNKNOWN = "-";

    /** The smallest number has three digits; zeros that all of them would end with are left out. */
    static NumberColumn of(List<Optional<Quantity>> cells) {
        var numbers = cells.stream().flatMap(Optional::stream).toList();
        var unit = numbers.stream()
                .filter(number -> number.value() != 0)
                .min(Comparator.comparingDouble(number -> Math.abs(number.value())))
                .map(Quantity::readable)
                .map(Quantity::unit)
                .or(() -> numbers.stream().findFirst().map(Quantity::unit));
        return new NumberColumn(
                unit, unit.map(found -> decimals(numbers, found)).orElse(0));
    }

    String print(Optional<Quantity> cell) {
        return cell.flatMap(number -> unit.map(number::to))
                .map(number -> number.printWithDecimals(decimals))
                .orElse(UNKNOWN);
    }

    private static int decimals(List<Quantity> numbers, Unit unit) {
        var most =
                numbers.stream()
                        .mapToDouble(number -> Math.abs(number.in(unit)))
                        .filter(value -> value > 0)
                        .min()
                        .stream()
                        .mapToInt(NumberColumn::decimals)
                        .findFirst()
                        .orElse(0);
        return numbers.stream()
                .map(number -> new BigDecimal(number.in(unit)).setScale(most, RoundingMode.HALF_UP))
                .mapToInt(rounded -> rounded.stripTrailingZeros().scale())
                .reduce(0, Math::max);
    }

    private static int decimals(double smallest) {
        var whole = (int) Math.floor(Math.log10(smallest)) + 1;
        return Math.max(0, Math.min(MOST_DECIMALS, DIGITS - whole));
    }
}
