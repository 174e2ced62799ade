package dev.perfbudget.cli;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A share as people write it: {@code 5%}, {@code 0.05}. */
final class Share {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}\\.?[0-9]{0,15}|\\.[0-9]{1,15})\\s*(%?)");

    private Share() {}

    /** 0.05 for both; empty if it is written in another way. */
    static OptionalDouble parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        var number = Double.parseDouble(matcher.group(1));
        return OptionalDouble.of(matcher.group(2).isEmpty() ? number : number / 100);
    }
}
