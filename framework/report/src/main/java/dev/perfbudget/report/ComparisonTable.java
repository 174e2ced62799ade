package dev.perfbudget.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A comparison with a baseline as plain lines for a console: the outcome in words first, then aligned tables, then
 * why for everything that is open or wrong, then notes.
 */
public final class ComparisonTable {

    private static final Set<String> NUMBERS = Set.of("Baseline", "Candidate");
    private static final String INDENT = "  ";
    private static final Set<String> NAMES = Set.of("", "Parameters");

    private final Screen screen;

    public ComparisonTable(Screen screen) {
        this.screen = screen;
    }

    /** The lines, without line ends. */
    public List<String> lines(SuiteVerdict suite) {
        var lines = new ArrayList<String>();
        lines.add(screen.coloured(ConsoleTable.printable(Sentences.about(suite)), Tone.of(suite)));
        suite.comparison()
                .filter(comparison -> !comparison.verdicts().isEmpty())
                .ifPresent(comparison -> {
                    lines.addAll(table(comparison));
                    addBlock(lines, "Why:", explained(comparison).map(Sentences::about));
                });
        addBlock(lines, "Notes:", suite.notes().stream().flatMap(String::lines));
        return lines;
    }

    /** What a reader must know the reason of: all but what passes with a clear answer. */
    static Stream<SampleVerdict> explained(SuiteComparison comparison) {
        return comparison.verdicts().stream()
                .filter(sample -> sample.outcome() != Outcome.PASSED
                        || sample.isOpen()
                        || sample.waiver().isPresent());
    }

    /** A block of lines for every metric, aligned over all of them: its head names the metric. */
    private List<String> table(SuiteComparison comparison) {
        var byMetric = ComparisonRow.of(comparison).stream()
                .collect(groupingBy(ComparisonRow::metric, LinkedHashMap::new, toList()));
        var hasParams = byMetric.values().stream().flatMap(List::stream).anyMatch(row -> !row.params()
                .isEmpty());
        var table = new TextTable(
                List.of("", "Parameters", "Baseline", "Candidate", "Verdict"), NUMBERS, NAMES, screen.width());
        byMetric.forEach((metric, rows) -> {
            table.add(metric, hasParams ? "Parameters" : "", "Baseline", "Candidate", "Verdict");
            rows.forEach(row -> table.add(row.name(), row.params(), row.baseline(), row.candidate(), verdict(row)));
        });
        var aligned = table.lines().iterator();
        aligned.next();
        var lines = new ArrayList<String>();
        byMetric.values().forEach(rows -> {
            lines.add("");
            lines.add(aligned.next());
            rows.forEach(row -> lines.add(screen.coloured(aligned.next(), row.tone())));
        });
        return lines;
    }

    /** {@code REGRESSED: 9.1 to 15.6 % slower}. */
    private static String verdict(ComparisonRow row) {
        var decision = row.tone() == Tone.BAD ? row.decision().toUpperCase(Locale.ROOT) : row.decision();
        return row.change().equals(ComparisonRow.NOTHING) ? decision : decision + ": " + row.change();
    }

    private void addBlock(List<String> lines, String head, Stream<String> block) {
        var wrapped = Wrapped.on(screen);
        var content = block.flatMap(line -> wrapped.lines(line, INDENT, INDENT + INDENT).stream())
                .toList();
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(head);
            lines.addAll(content);
        }
    }
}
