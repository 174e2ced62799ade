package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison with a baseline as Markdown, for a pull request: the outcome, a table, why, notes. */
public final class ComparisonMarkdown {

    private ComparisonMarkdown() {}

    /** The lines, without line ends. */
    public static List<String> lines(SuiteVerdict suite) {
        var lines = new ArrayList<String>();
        lines.add("**" + escaped(Sentences.about(suite)) + "**");
        suite.comparison()
                .filter(comparison -> !comparison.verdicts().isEmpty())
                .ifPresent(comparison -> {
                    lines.add("");
                    lines.addAll(table(comparison));
                    addList(lines, ComparisonTable.explained(comparison).map(Sentences::about));
                });
        addList(lines, suite.notes().stream().flatMap(String::lines));
        return lines;
    }

    private static List<String> table(SuiteComparison comparison) {
        var lines = new ArrayList<String>();
        lines.add("| benchmark | parameters | metric | baseline | candidate | change | verdict |");
        lines.add("|---|---|---|--:|--:|---|---|");
        ComparisonRow.of(comparison).stream().map(ComparisonMarkdown::line).forEach(lines::add);
        return lines;
    }

    private static String line(ComparisonRow row) {
        var decision = escaped(row.decision());
        return Stream.of(
                        escaped(row.name()),
                        escaped(row.params()),
                        escaped(row.metric()),
                        escaped(row.baseline()),
                        escaped(row.candidate()),
                        escaped(row.change()),
                        row.tone() == Tone.BAD ? "**" + decision + "**" : decision)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static void addList(List<String> lines, Stream<String> items) {
        var content = items.map(item -> "- " + escaped(item)).toList();
        if (!content.isEmpty()) {
            lines.add("");
            lines.addAll(content);
        }
    }

    /** Names and parameters come from files: nothing in them is markup. */
    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|~#!@])", "\\\\$1");
    }
}
