package dev.perfbudget.model.csv;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text for a formula: one that begins as formulas do gets an apostrophe in front, which
 * reading takes away again.
 */
final class FormulaGuard {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String guarded(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
