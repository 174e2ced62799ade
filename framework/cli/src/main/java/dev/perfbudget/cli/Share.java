package dev.perfbudget.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share as people write it: {@code 5%}, {@code 0.05}. */
record Share(double value) {

    private static final Pattern FORM = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*(%?)");

    /** Reads one from an option. */
    static final class Converter implements ITypeConverter<Share> {

        @Override
        public Share convert(String text) {
            var matcher = FORM.matcher(text.strip());
            if (!matcher.matches()) {
                throw new TypeConversionException("[" + text + "] must be a share such as 5% or 0.05");
            }
            var number = Double.parseDouble(matcher.group(1));
            if (matcher.group(2).isEmpty() && number > 1) {
                throw new TypeConversionException("[" + text + "] without % means " + number + " times."
                        + " Did you mean [" + text.strip() + "%]?");
            }
            return new Share(matcher.group(2).isEmpty() ? number : number / 100);
        }
    }
}
