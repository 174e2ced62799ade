package dev.perfbudget.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a quantity is written: a decimal number, perhaps blanks, a unit: {@code 120 us}, {@code 1.5e3/s}, {@code 5%}. */
final class QuantityText {

    private static final Pattern FORM = Pattern.compile("([+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s*(\\S.*)?");

    private QuantityText() {}

    /** The quantity, or empty if the text is not a number with a known unit. */
    static Optional<Quantity> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var number = Double.parseDouble(matcher.group(1));
        var unit = matcher.group(2) == null ? "" : matcher.group(2);
        return Unit.parse(unit).filter(known -> Double.isFinite(number)).map(known -> new Quantity(number, known));
    }

    /** {@code " Did you mean [KB]?"} if the text is a number with a unit in the wrong case. */
    static String unitSuggestion(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || matcher.group(2) == null) {
            return "";
        }
        return Unit.parseIgnoringCase(matcher.group(2))
                .map(unit -> " Did you mean [" + matcher.group(1) + " " + unit.written() + "]?")
                .orElse("");
    }
}
