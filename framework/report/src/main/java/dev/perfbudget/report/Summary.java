package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.report.MarkdownText.Cell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code summary.md}: the decision about a suite for a pull request or the page of a CI job. The outcome in words first,
 * then what is waived, what failed, a table of everything, what stays open, what to do next, and notes.
 */
public final class Summary {

    private static final String FILE = "summary.md";

    private Summary() {}

    /** The lines, without line ends. */
    public static List<String> lines(SuiteVerdict suite, NextCommands next) {
        var text = new MarkdownText().bold(Sentences.about(suite));
        text.list(waived(suite).map(Sentences::about));
        text.list(Stream.concat(
                suite.benchmarks().stream().filter(Summary::isFailure).flatMap(benchmark -> about(benchmark, next)),
                suite.gone().stream().map(Sentences::about)));
        if (!suite.benchmarks().isEmpty()) {
            addTable(text, suite);
        }
        text.list(suite.benchmarks().stream()
                .filter(benchmark -> benchmark.isOpen() && !isFailure(benchmark) && !isNextStep(suite, benchmark))
                .flatMap(benchmark -> about(benchmark, next)));
        text.list(Sentences.nextSteps(suite, next.accept()).stream().flatMap(String::lines));
        return text.list(suite.notes().stream().flatMap(String::lines)).lines();
    }

    /**
     * Writes {@code summary.md}.
     *
     * @param directory made if need be
     */
    public static Path write(Path directory, SuiteVerdict suite, NextCommands next) throws IOException {
        Files.createDirectories(directory);
        var content = lines(suite, next).stream().map(line -> line + "\n").collect(Collectors.joining());
        return Files.writeString(directory.resolve(FILE), content, StandardCharsets.UTF_8);
    }

    private static boolean isFailure(BenchmarkVerdict benchmark) {
        return benchmark.outcome() != Outcome.PASSED;
    }

    /** Where nothing could be judged, the next steps say why, of each. */
    private static boolean isNextStep(SuiteVerdict suite, BenchmarkVerdict benchmark) {
        return suite.outcome() == Outcome.INVALID
                && benchmark.samples().stream()
                        .anyMatch(sample -> sample.verdict().kind() == Verdict.Kind.INVALID);
    }

    private static Stream<String> about(BenchmarkVerdict benchmark, NextCommands next) {
        return Stream.concat(Sentences.about(benchmark).lines(), Stream.of("  " + next.again(benchmark.id())));
    }

    private static Stream<SampleVerdict> waived(SuiteVerdict suite) {
        return suite.benchmarks().stream()
                .flatMap(benchmark -> benchmark.samples().stream())
                .filter(sample -> sample.waiver().isPresent());
    }

    private static void addTable(MarkdownText text, SuiteVerdict suite) {
        text.table("benchmark", "parameters", "metric", "measured:", "sure", "limit", "verdict", "grade");
        VerdictRow.of(suite, new BenchmarkNames(suite))
                .forEach(row -> text.row(
                        Cell.of(row.benchmark().name()),
                        Cell.of(row.benchmark().params()),
                        Cell.of(row.metric()),
                        Cell.of(row.measured()),
                        Cell.of(row.bound()),
                        Cell.of(row.limit()),
                        new Cell(row.state().words(), row.state().isBad()),
                        Cell.of(row.state().grade())));
    }
}
