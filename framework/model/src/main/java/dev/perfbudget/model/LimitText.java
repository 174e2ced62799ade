package dev.perfbudget.model;

import java.util.regex.Pattern;

/**
 * The grammar of limits.
 *
 * <pre>
 * attribute  = "none" | [comparison] quantity      mean = "120 us", mean = ">= 1 us"
 * expression = metric comparison quantity          gc.count &lt;= 3
 * comparison = "&lt;" | "&lt;=" | ">=" | ">"
 * quantity   = number [blanks] [unit]
 * </pre>
 */
final class LimitText {

    /** Lifts what weaker places say. */
    static final String NONE = "none";

    private static final Pattern ATTRIBUTE = Pattern.compile("(<=|>=|<|>|≤|≥)?\\s*([^<>=≤≥]*)");
    private static final Pattern EXPRESSION = Pattern.compile("([^<>=≤≥]*?)\\s*(<=|>=|<|>|≤|≥)\\s*([^<>=≤≥]*)");
    private static final Pattern METRIC = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.$:·-]*");

    private LimitText() {}

    /** A text that is no limit. */
    static final class WrongTextException extends Exception {

        private final String what;

        WrongTextException(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    static Limit ofAttribute(StandardMetric metric, String text, String source) throws WrongTextException {
        var matcher = ATTRIBUTE.matcher(text);
        if (!matcher.matches()) {
            throw new WrongTextException("[" + text + "] is not " + description(metric) + ".");
        }
        var comparison = matcher.group(1) == null
                ? LimitOperator.usualFor(metric.direction())
                : LimitOperator.ofSymbol(matcher.group(1));
        return limit(metric, comparison, matcher.group(2), text, source);
    }

    static Limit ofExpression(String text, String source) throws WrongTextException {
        var matcher = EXPRESSION.matcher(text);
        if (!matcher.matches()) {
            throw new WrongTextException("[" + text + "] is not an expression such as [gc.count <= 3].");
        }
        return limit(
                metric(matcher.group(1)), LimitOperator.ofSymbol(matcher.group(2)), matcher.group(3), text, source);
    }

    private static Metric metric(String label) throws WrongTextException {
        if (!METRIC.matcher(label).matches()) {
            throw new WrongTextException("[" + label + "] is not the name of a metric.");
        }
        var metric = Metric.labelled(label);
        if (metric instanceof RecordedMetric && StandardMetric.looksLikeOne(label)) {
            throw new WrongTextException(
                    "[" + label + "] is not a metric." + Suggestion.of(label, StandardMetric.labels()));
        }
        return metric;
    }

    private static Limit limit(Metric metric, LimitOperator comparison, String value, String text, String source)
            throws WrongTextException {
        var bound = QuantityText.parse(value)
                .orElseThrow(() -> new WrongTextException(
                        "[" + text + "] is not " + description(metric) + "." + QuantityText.unitSuggestion(value)));
        if (metric.dimension().isPresent()
                && bound.unit().dimension() != metric.dimension().get()) {
            throw new WrongTextException("[" + text + "] is not " + description(metric) + ".");
        }
        if (bound.value() < 0) {
            throw new WrongTextException("[" + text + "] is negative; it must be " + description(metric) + ".");
        }
        if (bound.value() == 0 && bound.unit().dimension().isNeverZero()) {
            throw new WrongTextException("[" + text + "] is zero, which no measurement can be.");
        }
        return new Limit(metric, comparison, bound, text, source);
    }

    private static String description(Metric metric) {
        return metric.dimension()
                .map(Dimension::description)
                .orElse("a number with or without unit such as [3] or [1000/s]");
    }
}
