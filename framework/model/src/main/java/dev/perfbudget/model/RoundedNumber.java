package dev.perfbudget.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: so many significant digits, halves rounded away from zero, without trailing zeros and
 * without an exponent.
 */
public final class RoundedNumber {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};
    private static final int MOST_DIGITS = POWERS.length - 1;

    /** Far more than a multiplication by a power of ten can be wrong by. */
    private static final double NEAR_A_HALF = 1e-6;

    private RoundedNumber() {}

    /**
     * {@code 1.25}, {@code 182400}, {@code 0}.
     *
     * @param value finite
     * @param digits from 1
     */
    public static String print(double value, int digits) {
        var decimals = digits - wholeDigits(value);
        if (value < 1 || decimals < 0 || digits > MOST_DIGITS) {
            return printExactly(value, digits);
        }
        // Reports have hundreds of thousands of numbers, of which few need arithmetic of any precision.
        var scaled = value * POWERS[decimals];
        var below = (long) scaled;
        var rest = scaled - below;
        if (Math.abs(rest - 0.5) < NEAR_A_HALF) {
            return printExactly(value, digits);
        }
        return print(rest < 0.5 ? below : below + 1, decimals);
    }

    private static int wholeDigits(double value) {
        var digits = 0;
        while (digits < POWERS.length && value >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    private static String print(long number, int decimals) {
        var needed = decimals;
        var shortened = number;
        while (needed > 0 && shortened % 10 == 0) {
            shortened /= 10;
            needed--;
        }
        var text = new StringBuilder().append(shortened);
        return (needed == 0 ? text : text.insert(text.length() - needed, '.')).toString();
    }

    private static String printExactly(double value, int digits) {
        var rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
