package dev.perfbudget.report;

import dev.perfbudget.report.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of text in aligned columns, two blanks apart; a column that is empty throughout is left out. Where they are wider than
 * the screen, names become shorter in the middle, and numbers never.
 */
final class TextTable {

    private static final String GAP = "  ";

    /** No screen shows more of one cell, and each row of a log is as wide as the widest. */
    private static final int WIDEST_CELL = 160;

    /** Shorter ones tell nothing any more. */
    private static final int NARROWEST_NAME = 12;

    private final List<String> head;
    private final Set<String> numbers;
    private final Set<String> names;
    private final OptionalInt width;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param numbers heads of the columns that are aligned to the right
     * @param names heads of the columns that may be shortened
     * @param width of the screen, if it has one
     */
    TextTable(List<String> head, Set<String> numbers, Set<String> names, OptionalInt width) {
        this.head = List.copyOf(head);
        this.numbers = Set.copyOf(numbers);
        this.names = Set.copyOf(names);
        this.width = width;
    }

    void add(String... cells) {
        rows.add(Stream.of(cells)
                .map(VisibleText::line)
                .map(cell -> DisplayWidth.shortened(cell, WIDEST_CELL))
                .toList());
    }

    List<String> lines() {
        var widths = IntStream.range(0, head.size()).map(this::width).toArray();
        width.ifPresent(columns -> narrow(widths, columns));
        var lines = new ArrayList<String>();
        lines.add(line(head, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** Takes from the widest name as long as there is one to take from. */
    private void narrow(int[] widths, int columns) {
        var shown = Arrays.stream(widths).filter(one -> one > 0).count();
        var tooMany = Arrays.stream(widths).sum() + GAP.length() * (Math.toIntExact(shown) - 1) - columns;
        for (; tooMany > 0; tooMany--) {
            var widest = IntStream.range(0, head.size())
                    .filter(column -> names.contains(head.get(column)))
                    .filter(column -> widths[column] > Math.max(NARROWEST_NAME, DisplayWidth.of(head.get(column))))
                    .boxed()
                    .max((one, other) -> Integer.compare(widths[one], widths[other]));
            if (widest.isEmpty()) {
                return;
            }
            widths[widest.get()]--;
        }
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < head.size(); column++) {
            var columns = widths[column];
            if (columns > 0) {
                line.append(line.isEmpty() ? "" : GAP).append(padded(cells.get(column), columns, column));
            }
        }
        return line.toString().stripTrailing();
    }

    private String padded(String cell, int columns, int column) {
        var shortened = DisplayWidth.shortened(cell, columns);
        var padding = " ".repeat(columns - DisplayWidth.of(shortened));
        return numbers.contains(head.get(column)) ? padding + shortened : shortened + padding;
    }

    private int width(int column) {
        var widest = rows.stream()
                .mapToInt(row -> DisplayWidth.of(row.get(column)))
                .max()
                .orElse(0);
        return widest == 0 ? 0 : Math.max(widest, DisplayWidth.of(head.get(column)));
    }
}
