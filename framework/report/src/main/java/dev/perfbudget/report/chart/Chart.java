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
 */
public record Chart(String title, String description, String reading, String width, String height, List<Mark> marks) {

    public Chart {
        marks = List.copyOf(marks);
    }
}
