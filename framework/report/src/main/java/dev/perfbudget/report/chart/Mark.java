package dev.perfbudget.report.chart;

/** One thing in a picture. What it looks like is the style sheet's: colours, strokes, where a text is anchored. */
public sealed interface Mark {

    /** Names of the style sheet's classes, separated by blanks. */
    String look();

    /**
     * Lines, areas or dots.
     *
     * @param outline as the attribute {@code d} of SVG's {@code path} has it
     */
    record Shape(String look, String outline) implements Mark {}

    /**
     * A text at a place.
     *
     * @param x of its anchor
     * @param y of its base line
     */
    record Words(String look, String x, String y, String text) implements Mark {}
}
