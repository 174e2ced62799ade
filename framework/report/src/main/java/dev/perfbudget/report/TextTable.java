package dev.perfbudget.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows of text in aligned columns, two blanks apart; a column that is empty throughout is left out. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String> head;
    private final Set<String> numbers;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param numbers heads of the columns that are aligned to the right */
    TextTable(List<String> head, Set<String> numbers) {
        this.head = List.copyOf(head);
        this.numbers = Set.copyOf(numbers);
    }

    void add(String... cells) {
        rows.add(Stream.of(cells).map(TextTable::printable).toList());
    }

    List<String> lines() {
        var widths = IntStream.range(0, head.size()).map(this::width).toArray();
        var lines = new ArrayList<String>();
        lines.add(line(head, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < head.size(); column++) {
            var width = widths[column];
            if (width > 0) {
                line.append(line.isEmpty() ? "" : GAP).append(padded(cells.get(column), width, column));
            }
        }
        return line.toString().stripTrailing();
    }

    private String padded(String cell, int width, int column) {
        var padding = " ".repeat(width - length(cell));
        return numbers.contains(head.get(column)) ? padding + cell : cell + padding;
    }

    private int width(int column) {
        var widest =
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
        return widest == 0 ? 0 : Math.max(widest, length(head.get(column)));
    }

    /** Line breaks and other control characters would break the table. */
    private static String printable(String cell) {
        return cell.replaceAll("\\p{Cntrl}", "?");
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
