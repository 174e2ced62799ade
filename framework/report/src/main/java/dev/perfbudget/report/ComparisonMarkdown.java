package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.MarkdownText.Cell;
import java.util.List;

/** A comparison with a baseline as Markdown, for a pull request: the outcome, a table, why, notes. */
public final class ComparisonMarkdown {

    private ComparisonMarkdown() {}

    /** The lines, without line ends. */
    public static List<String> lines(SuiteVerdict suite) {
        var text = new MarkdownText().bold(Sentences.about(suite));
        suite.comparison()
                .filter(comparison -> !comparison.verdicts().isEmpty())
                .ifPresent(comparison -> {
                    addTable(text, comparison);
                    text.list(ComparisonTable.explained(comparison).map(Sentences::about));
                });
        return text.list(suite.notes().stream().flatMap(String::lines)).lines();
    }

    private static void addTable(MarkdownText text, SuiteComparison comparison) {
        text.table("benchmark", "parameters", "metric", "baseline:", "candidate:", "change", "verdict");
        ComparisonRow.of(comparison)
                .forEach(row -> text.row(
                        Cell.of(row.name()),
                        Cell.of(row.params()),
                        Cell.of(row.metric()),
                        Cell.of(row.baseline()),
                        Cell.of(row.candidate()),
                        Cell.of(row.change()),
                        new Cell(row.decision(), row.tone() == Tone.BAD)));
    }
}
