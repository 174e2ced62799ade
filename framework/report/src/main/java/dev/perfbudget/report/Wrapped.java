package dev.perfbudget.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Long lines broken between words for a console; what follows a break stands further in.
 *
 * @param width columns of a line
 */
record Wrapped(int width) {

    private static final int READABLE = 100;

    /** As wide as people like to read, or as the screen is. */
    static Wrapped on(Screen screen) {
        return new Wrapped(Math.min(READABLE, screen.width().orElse(READABLE)));
    }

    /**
     * The lines that one becomes.
     *
     * @param indent blanks before the first; those after it have twice as many
     */
    List<String> lines(String line, String indent) {
        var lines = new ArrayList<String>();
        var current = new StringBuilder(indent);
        var columns = indent.length();
        var isEmpty = true;
        for (var word : line.split(" ", -1)) {
            var taken = DisplayWidth.of(word);
            if (!isEmpty && columns + 1 + taken > width) {
                lines.add(current.toString());
                current = new StringBuilder(indent).append(indent);
                columns = current.length();
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
