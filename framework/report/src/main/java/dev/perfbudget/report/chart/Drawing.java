package dev.perfbudget.report.chart;

import java.util.ArrayList;
import java.util.List;

/** A picture while it is drawn, from back to front. */
final class Drawing {

    private static final int LONGEST = 54;

    private final List<Mark> marks = new ArrayList<>();
    private final StringBuilder points = new StringBuilder();

    /** Adds a shape; nothing if it is empty. */
    Drawing shape(String look, Outline outline) {
        if (!outline.isEmpty()) {
            marks.add(new Mark.Shape(look, outline.toString()));
        }
        return this;
    }

    Drawing words(String look, double x, double y, String text) {
        marks.add(new Mark.Words(look, Outline.coordinate(x), Outline.coordinate(y), text));
        return this;
    }

    /** Rings: dots, and smaller dots on them in the colour of the ground. */
    Drawing rings(String look, Outline dots) {
        return shape("ring " + look, dots).shape("hole " + look, dots);
    }

    /** A place where a value can be read: with its unit, and what it is the value of. */
    Drawing point(double x, double y, String value, String what) {
        points.append(Outline.coordinate(x))
                .append('\t')
                .append(Outline.coordinate(y))
                .append('\t')
                .append(Lettering.cut(value, LONGEST))
                .append('\t')
                .append(Lettering.cut(what, LONGEST))
                .append('\n');
        return this;
    }

    /** What another drawing has, to be zoomed from the left to the right of a plot. */
    Drawing plot(Box plot, Drawing inside) {
        marks.add(new Mark.Plot(Outline.coordinate(plot.left()), Outline.coordinate(plot.right()), inside.marks));
        points.append(inside.points);
        return this;
    }

    Chart chart(String title, String description, String reading, Box size) {
        return new Chart(
                title,
                description,
                reading,
                Outline.coordinate(size.right()),
                Outline.coordinate(size.bottom()),
                marks,
                points.toString());
    }
}
