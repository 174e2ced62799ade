package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The decision about a suite as plain lines for a console: the outcome in words first, then one aligned table, then
 * what failed, then notes.
 */
public final class ConsoleTable {

    private static final int MOST_DETAIL_LINES = 12;
    private static final String INDENT = "  ";

    private final Screen screen;

    public ConsoleTable(Screen screen) {
        this.screen = screen;
    }

    /** The lines, without line ends, for a log. */
    public static List<String> lines(SuiteVerdict suite) {
        return new ConsoleTable(Screen.LOG).linesOf(suite);
    }

    /** The lines, without line ends. */
    public List<String> linesOf(SuiteVerdict suite) {
        var lines = new ArrayList<String>();
        Sentences.about(suite)
                .lines()
                .map(line -> screen.coloured(printable(line), Tone.of(suite)))
                .forEach(lines::add);
        if (!suite.benchmarks().isEmpty()) {
            lines.add("");
            lines.addAll(table(suite));
        }
        addBlock(lines, "Failures:", failures(suite));
        addBlock(
                lines,
                "Notes:",
                suite.notes().stream()
                        .flatMap(String::lines)
                        .map(note -> INDENT + note)
                        .toList());
        return lines;
    }

    /** Control characters would break a line in two, or colour a terminal. */
    static String printable(String line) {
        return VisibleText.line(line.replace("\t", "    "));
    }

    private List<String> table(SuiteVerdict suite) {
        var table = new TextTable(
                List.of("Benchmark", "Parameters", "Metric", "Measured", "Bound", "Limit", "Verdict", "Grade"),
                Set.of("Measured"),
                Set.of("Benchmark", "Parameters"),
                screen.width());
        var rows = VerdictRow.of(suite, new BenchmarkNames(suite));
        var previous = "";
        for (var row : rows) {
            var isRepeated = row.benchmark().anchor().equals(previous);
            previous = row.benchmark().anchor();
            table.add(
                    isRepeated ? "" : row.benchmark().name(),
                    isRepeated ? "" : row.benchmark().params(),
                    row.metric(),
                    row.measured(),
                    row.bound(),
                    row.limit(),
                    row.state().isBad()
                            ? row.state().words().toUpperCase(Locale.ROOT)
                            : row.state().words(),
                    row.state().grade());
        }
        var aligned = table.lines();
        var lines = new ArrayList<>(aligned.subList(0, 1));
        for (var index = 0; index < rows.size(); index++) {
            lines.add(screen.coloured(
                    aligned.get(index + 1), rows.get(index).state().shownTone()));
        }
        return lines;
    }

    private static List<String> failures(SuiteVerdict suite) {
        return Stream.concat(
                        suite.benchmarks().stream()
                                .filter(ConsoleTable::isFailure)
                                .flatMap(ConsoleTable::failure),
                        suite.gone().stream().map(sample -> INDENT + Sentences.about(sample)))
                .toList();
    }

    private static boolean isFailure(BenchmarkVerdict benchmark) {
        return benchmark.outcome() != Outcome.PASSED;
    }

    private static Stream<String> failure(BenchmarkVerdict benchmark) {
        var details = benchmark.failures().stream().map(ForkFailure::detail).distinct();
        return Stream.concat(
                Sentences.about(benchmark).lines().map(line -> INDENT + line),
                details.flatMap(ConsoleTable::shortened).map(line -> INDENT + INDENT + INDENT + line));
    }

    private static Stream<String> shortened(String detail) {
        var lines = detail.lines().toList();
        if (lines.size() <= MOST_DETAIL_LINES) {
            return lines.stream();
        }
        return Stream.concat(
                lines.stream().limit(MOST_DETAIL_LINES),
                Stream.of("… " + (lines.size() - MOST_DETAIL_LINES) + " more lines in the report"));
    }

    private static void addBlock(List<String> lines, String head, List<String> block) {
        if (!block.isEmpty()) {
            lines.add("");
            lines.add(head);
            block.stream().map(ConsoleTable::printable).forEach(lines::add);
        }
    }
}
