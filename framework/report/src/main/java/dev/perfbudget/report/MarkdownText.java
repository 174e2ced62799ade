package dev.perfbudget.report;

import dev.perfbudget.report.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of Markdown in which no text is markup but what stands here. */
final class MarkdownText {

    /** Nobody sees it, and nothing that looks for names reads across it. */
    private static final String INVISIBLE = "<!-- -->";

    private final List<String> lines = new ArrayList<>();

    /** The lines, without line ends. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** A line of its own that stands out. */
    MarkdownText bold(String text) {
        lines.add("**" + escaped(text) + "**");
        return this;
    }

    /**
     * The head of a table.
     *
     * @param columns heads; one with a colon at its end is aligned to the right
     */
    MarkdownText table(String... columns) {
        lines.add("");
        lines.add(Stream.of(columns).map(MarkdownText::head).collect(Collectors.joining(" | ", "| ", " |")));
        lines.add(Stream.of(columns)
                .map(column -> column.endsWith(":") ? "--:" : "---")
                .collect(Collectors.joining("|", "|", "|")));
        return this;
    }

    /** A row of the table whose head or row was the last line. */
    MarkdownText row(Cell... cells) {
        lines.add(Stream.of(cells).map(Cell::markdown).collect(Collectors.joining(" | ", "| ", " |")));
        return this;
    }

    /** A list, if there is anything in it; an item that starts with blanks belongs to the one above it. */
    MarkdownText list(Stream<String> items) {
        var content = items.map(MarkdownText::item).toList();
        if (!content.isEmpty()) {
            lines.add("");
            lines.addAll(content);
        }
        return this;
    }

    /** A cell of a table; of a text without end its middle is left out. */
    record Cell(String text, boolean isBold) {

        private static final int WIDEST = 200;

        static Cell of(String text) {
            return new Cell(text, false);
        }

        private String markdown() {
            var shown = escaped(DisplayWidth.shortened(text, WIDEST));
            return isBold ? "**" + shown + "**" : shown;
        }
    }

    private static String item(String text) {
        var stripped = text.stripLeading();
        return " ".repeat(text.length() - stripped.length()) + "- " + escaped(stripped);
    }

    private static String head(String column) {
        return escaped(column.endsWith(":") ? column.substring(0, column.length() - 1) : column);
    }

    /**
     * Names and parameters come from files: nothing in them is markup, calls a person ({@code @name}) or links an issue
     * ({@code #12}). Those two are looked for behind Markdown, where a backslash is gone.
     */
    private static String escaped(String text) {
        return VisibleText.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|~!])", "\\\\$1")
                .replaceAll("([@#])", "$1" + INVISIBLE);
    }
}
