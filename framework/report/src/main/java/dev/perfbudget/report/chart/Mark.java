package dev.perfbudget.report.chart;

import java.util.List;

/** One thing in a picture. What it looks like is the style sheet's: colours, strokes, where a text is anchored. */
public sealed interface Mark {

    /**
     * Lines, areas or dots.
     *
     * @param look names of the style sheet's classes, separated by blanks
     * @param outline as the attribute {@code d} of SVG's {@code path} has it
     */
    record Shape(String look, String outline) implements Mark {}

    /**
     * A text at a place.
     *
     * @param look names of the style sheet's classes, separated by blanks
     * @param x of its anchor
     * @param y of its base line
     */
    record Words(String look, String x, String y, String text) implements Mark {}

    /**
     * Marks that move to the sides where a reader zooms; absolute coordinates of their outlines do, and what is
     * relative keeps its size.
     *
     * @param left where the axis along which they move begins
     * @param right where it ends
     */
    record Plot(String left, String right, List<Mark> marks) implements Mark {

        public Plot {
            marks = List.copyOf(marks);
        }
    }
}
