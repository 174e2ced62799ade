package dev.perfbudget.maven;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.ConsoleTable;
import dev.perfbudget.report.HtmlReport;
import dev.perfbudget.report.NextCommands;
import dev.perfbudget.report.ReportContent;
import dev.perfbudget.report.Screen;
import dev.perfbudget.report.files.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The decision about all runs of one module in one build; verdicts and report are written when it is made.
 *
 * @param suite what the judge says
 * @param module its runs, of which that speaks
 * @param problems what should have been measured and is in none of the runs, with the reason, and what of the report
 *     could not be written
 * @param page the report
 * @param next what can be run next, beside the same baseline
 */
record Judgement(SuiteVerdict suite, JudgedModule module, List<String> problems, Path page, NextCommands next) {

    Judgement {
        problems = List.copyOf(problems);
    }

    static Judgement of(
            MavenSession session,
            MavenProject project,
            List<Ledger.Ran> runs,
            List<String> unmeasured,
            HtmlReport report)
            throws IOException {
        var judged = JudgedModule.of(
                project.getBasedir().toPath(),
                runs.stream().map(Ledger.Ran::run).toList());
        judged.write(unmeasured);
        var suite = judged.suite().without(unmeasured);
        var next = new BuildCommands(session).of(project);
        var files = new ReportFiles(runs.get(0).output(), report);
        var problems = new ArrayList<>(unmeasured);
        try {
            files.write(
                    new ReportContent(suite, judged.runs(), judged.audits(), next, judged.resources()),
                    project.getGroupId() + ":" + project.getArtifactId());
        } catch (IOException unwritable) {
            problems.add(String.valueOf(unwritable.getMessage()));
        }
        return new Judgement(suite, judged, problems, files.page(), next);
    }

    boolean isPassed() {
        return problems.isEmpty() && suite.exitStatus() == ExitStatus.PASSED;
    }

    /** Whether something is missing that should have been measured; no verdict then excuses the rest. */
    boolean isUnmeasured() {
        return !problems.isEmpty() || suite.isUnmeasured();
    }

    /** For the console: the table, and where the report is. */
    List<String> lines(Screen screen) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(new ConsoleTable(screen).linesOf(suite));
        lines.add("");
        lines.add("Report: " + page);
        return lines;
    }

    /** For a failure: all that is wrong, and what to do next. */
    String message() {
        var wrong = suite.benchmarks().stream()
                .filter(benchmark -> benchmark.outcome() != Outcome.PASSED)
                .toList();
        return Stream.of(
                        problems.stream(),
                        Stream.of(Sentences.about(suite)),
                        wrong.stream().map(this::about),
                        Sentences.nextSteps(suite, next.accept()).stream(),
                        Stream.of("Report: " + page))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private String about(BenchmarkVerdict benchmark) {
        return Sentences.about(benchmark) + "\n  " + next.again(benchmark.id());
    }
}
