package dev.perfbudget.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Long lines broken between words for a console.
 *
 * @param width columns of a line
 */
public record Wrapped(int width) {

    private static final int READABLE = 100;

    /** As wide as people like to read, or as the screen is. */
    public static Wrapped on(Screen screen) {
        return new Wrapped(Math.min(READABLE, screen.width().orElse(READABLE)));
    }

    /**
     * The lines that one becomes.
     *
     * @param margin what stands before the first
     * @param indent what stands before those after it
     */
    public List<String> lines(String line, String margin, String indent) {
        var lines = new ArrayList<String>();
        var current = new StringBuilder(margin);
        var columns = margin.length();
        var isEmpty = true;
        for (var word : ConsoleTable.printable(line).split(" ", -1)) {
            var taken = DisplayWidth.of(word);
            if (!isEmpty && columns + 1 + taken > width) {
                lines.add(current.toString());
                current = new StringBuilder(indent);
                columns = indent.length();
                isEmpty = true;
            }
            current.append(isEmpty ? "" : " ").append(word);
            columns += taken + (isEmpty ? 0 : 1);
            isEmpty = false;
        }
        lines.add(current.toString());
        return lines;
    }
}
