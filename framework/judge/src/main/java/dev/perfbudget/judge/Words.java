package dev.perfbudget.judge;

import dev.perfbudget.model.RoundedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers in words. */
final class Words {

    private static final int DIGITS = 4;
    private static final int ROUGH_DIGITS = 2;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Words() {}

    /** {@code 1 fork}, {@code 5 forks}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 3 held, 1 broken}: of several counts those that are not zero. */
    static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /** {@code 99 %}; what is not all of it is never 100 %. */
    static String percent(double share) {
        var exact = new BigDecimal(share * 100);
        var rounded = exact.round(new MathContext(DIGITS));
        var honest = share < 1 && rounded.compareTo(ALL) == 0
                ? exact.round(new MathContext(2 * DIGITS, RoundingMode.DOWN))
                : rounded;
        return honest.stripTrailingZeros().toPlainString() + " %";
    }

    /** {@code 2.8 %}: of an estimate that is known no better. */
    static String roughPercent(double share) {
        return roughNumber(share * 100) + " %";
    }

    /** {@code 2.8}: of an estimate that is known no better. */
    static String roughNumber(double number) {
        return RoundedNumber.print(number, ROUGH_DIGITS);
    }
}
