package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A comparison with a baseline as plain lines for a console: the outcome in words first, then one aligned table, then
 * why for everything that is open or wrong, then notes.
 */
public final class ComparisonTable {

    private static final String INDENT = "  ";
    private static final String END_OF_COLOUR = "\u001b[0m";

    private final boolean isColoured;

    /** @param isColoured whether a terminal shows it that knows ANSI colours */
    public ComparisonTable(boolean isColoured) {
        this.isColoured = isColoured;
    }

    /** The lines, without line ends. */
    public List<String> lines(SuiteVerdict suite) {
        var lines = new ArrayList<String>();
        lines.add(coloured(ConsoleTable.printable(Sentences.about(suite)), Tone.of(suite.outcome())));
        suite.comparison()
                .filter(comparison -> !comparison.verdicts().isEmpty())
                .ifPresent(comparison -> {
                    lines.add("");
                    lines.addAll(table(comparison));
                    addBlock(lines, "Why:", explained(comparison).map(Sentences::about));
                });
        addBlock(lines, "Notes:", suite.notes().stream().flatMap(String::lines));
        return lines;
    }

    /** What a reader must know the reason of: all but what passes with a clear answer. */
    static Stream<SampleVerdict> explained(SuiteComparison comparison) {
        return comparison.verdicts().stream().filter(sample -> sample.outcome() != Outcome.PASSED || isOpen(sample));
    }

    private static boolean isOpen(SampleVerdict sample) {
        var kind = sample.verdict().kind();
        return kind == Kind.INCONCLUSIVE
                || kind == Kind.INVALID
                || sample.waiver().isPresent();
    }

    private List<String> table(SuiteComparison comparison) {
        var rows = ComparisonRow.of(comparison);
        var table = new TextTable(
                List.of("Benchmark", "Parameters", "Metric", "Baseline", "Candidate", "Change", "Verdict"),
                Set.of("Baseline", "Candidate"));
        for (var row : rows) {
            table.add(
                    row.name(),
                    row.params(),
                    row.metric(),
                    row.baseline(),
                    row.candidate(),
                    row.change(),
                    row.tone() == Tone.BAD ? row.decision().toUpperCase(Locale.ROOT) : row.decision());
        }
        var lines = new ArrayList<>(table.lines());
        for (var index = 0; index < rows.size(); index++) {
            lines.set(index + 1, coloured(lines.get(index + 1), rows.get(index).tone()));
        }
        return lines;
    }

    private static void addBlock(List<String> lines, String head, Stream<String> block) {
        var content = block.map(line -> INDENT + ConsoleTable.printable(line)).toList();
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(head);
            lines.addAll(content);
        }
    }

    private String coloured(String line, Tone tone) {
        return isColoured && !tone.ansi().isEmpty() ? tone.ansi() + line + END_OF_COLOUR : line;
    }
}
