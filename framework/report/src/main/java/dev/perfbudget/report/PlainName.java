package dev.perfbudget.report;

import java.util.regex.Pattern;

/** Names that every system can keep as those of files and every address can hold, whatever something is called. */
final class PlainName {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.]+");
    private static final Pattern RIM = Pattern.compile("^[.-]+|[.-]+$");

    private PlainName() {}

    /**
     * Of ASCII letters, digits, {@code _}, {@code .} and {@code -}; several may come out alike.
     *
     * @param longest in characters
     */
    static String of(String name, int longest) {
        // The head of a name is enough to recognise it, and no regular expression has to bear the rest.
        var head = name.substring(0, Math.min(name.length(), 4 * longest));
        var plain = UNSAFE.matcher(head).replaceAll("-");
        var cut = plain.substring(0, Math.min(plain.length(), longest));
        var safe = RIM.matcher(cut).replaceAll("");
        return safe.isEmpty() ? "benchmark" : safe;
    }
}
