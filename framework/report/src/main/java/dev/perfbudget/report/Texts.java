package dev.perfbudget.report;

import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.RoundedNumber;
import dev.perfbudget.model.Unit;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Texts {

    private static final int DIGITS = 4;

    private Texts() {}

    /** {@code 99 %}, {@code 99.5 %}. */
    static String percent(double share) {
        return percent(share, DIGITS);
    }

    /** With so many significant digits. */
    static String percent(double share, int digits) {
        return new Quantity(share * 100, Unit.PERCENT).print(digits);
    }

    /** A score in a unit as JMH writes it, which may be one that is not ours: {@code 1.4 us}, {@code 17 hits}. */
    static String score(double value, String unit) {
        if (!Double.isFinite(value)) {
            return "none";
        }
        return Unit.parse(unit)
                .map(known -> new Quantity(value, known).print())
                .orElseGet(() -> RoundedNumber.print(value, DIGITS) + " " + unit)
                .strip();
    }

    /** {@code 48 s}, {@code 3 min 20 s}. */
    static String duration(Duration duration) {
        if (duration.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /** {@code 182400}, {@code 0.0123}: for scripts, with as many digits as a picture can show. */
    static String plain(double value) {
        return Double.isFinite(value) ? RoundedNumber.print(value, DIGITS) : "";
    }
}
