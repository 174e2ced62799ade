package dev.perfbudget.report.chart;

import java.util.List;

/**
 * A picture, ready to be placed.
 *
 * @param title what it is about
 * @param description what it shows, in words with its numbers: for those who do not see it
 * @param reading how to read it, in a sentence
 * @param width of its coordinates, which a page may scale
 * @param height of its coordinates
 * @param marks from back to front
 * @param points where values can be read, in the order in which one walks from one to the next: a line each, of x, y, the
 *     value with its unit and what it is of, with tabs between
 */
public record Chart(
        String title,
        String description,
        String reading,
        String width,
        String height,
        List<Mark> marks,
        String points) {

    public Chart {
        marks = List.copyOf(marks);
    }
}
