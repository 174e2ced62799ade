package dev.perfbudget.report;

import java.util.ArrayList;
import java.util.List;

/** Long lines broken between words for a console; what follows a break stands further in. */
final class Wrapped {

    private static final int WIDTH = 100;

    private Wrapped() {}

    /**
     * The lines that one becomes.
     *
     * @param indent blanks before the first; those after it have twice as many
     */
    static List<String> lines(String line, String indent) {
        var lines = new ArrayList<String>();
        var current = new StringBuilder(indent);
        var isEmpty = true;
        for (var word : line.split(" ", -1)) {
            if (!isEmpty && current.length() + 1 + word.length() > WIDTH) {
                lines.add(current.toString());
                current = new StringBuilder(indent).append(indent);
                isEmpty = true;
            }
            current.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(current.toString());
        return lines;
    }
}
