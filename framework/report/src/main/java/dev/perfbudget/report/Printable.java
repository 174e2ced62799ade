package dev.perfbudget.report;

import java.util.regex.Pattern;

/**
 * Texts from files and names of benchmarks on their way to a terminal, a log or a page: what is not seen, moves the cursor,
 * or turns the direction of writing is shown as a question mark, so that each name looks as what it is.
 */
public final class Printable {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final Pattern UNSEEN_BUT_LINES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\n]]");

    private Printable() {}

    /** In one line. */
    public static String line(String text) {
        return UNSEEN.matcher(text).replaceAll("?");
    }

    /** With its line feeds. */
    public static String lines(String text) {
        return UNSEEN_BUT_LINES.matcher(text).replaceAll("?");
    }
}
