package dev.perfbudget.maven;

import dev.perfbudget.judge.Judge;
import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SettingName;
import dev.perfbudget.model.Settings;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.VerdictJson;
import dev.perfbudget.report.ConsoleTable;
import dev.perfbudget.report.HtmlReport;
import dev.perfbudget.report.JunitXml;
import dev.perfbudget.report.ReportContent;
import dev.perfbudget.report.Rerun;
import dev.perfbudget.report.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The decision about all runs of one module in one build; verdicts and report are written when it is made.
 *
 * @param suite what the judge says
 * @param unmeasured what should have been measured and is in none of the runs, with the reason
 * @param page the report
 * @param moduleOption what Maven's command line needs to name just this module; empty if there is no other
 * @param baselineOption what it needs to compare with the same baseline; empty if it named none
 */
record Judgement(SuiteVerdict suite, List<String> unmeasured, Path page, String moduleOption, String baselineOption) {

    private static final String BASELINE = "perfbudget.baseline";

    Judgement {
        unmeasured = List.copyOf(unmeasured);
    }

    static Judgement of(
            MavenSession session,
            MavenProject project,
            List<Ledger.Ran> runs,
            List<String> unmeasured,
            HtmlReport report)
            throws IOException {
        var baseline = CommittedFiles.of(project.getBasedir().toPath()).read();
        var measured = new ArrayList<Run>();
        var verdicts = new ArrayList<SuiteVerdict>();
        for (var run : runs) {
            var directory = RunDirectory.at(run.run());
            var read = directory.readRun();
            // By the policy that the runner judged it by, so that both say the same.
            var policy = new Settings(read.settings()).value(SettingName.POLICY);
            var verdict = new Judge(policy).judge(List.of(read), baseline);
            directory.write(verdict.without(unmeasured), new VerdictJson(Sentences::reason));
            measured.add(read);
            verdicts.add(verdict);
        }
        var suite = SuiteVerdict.together(verdicts).without(unmeasured);
        var moduleOption = session.getProjects().size() > 1 ? " -pl :" + project.getArtifactId() : "";
        var baselineOption = Optional.ofNullable(session.getUserProperties().getProperty(BASELINE))
                .map(named -> " -D" + BASELINE + "=" + named)
                .orElse("");
        var output = runs.get(0).output();
        JunitXml.write(output.resolve("junit"), suite, measured);
        Summary.write(output, suite);
        var rerun = new Rerun("mvn verify" + moduleOption + (moduleOption.isEmpty() ? "" : " -am") + baselineOption);
        var page = report.write(output.resolve("report"), new ReportContent(suite, measured, baseline.audit(), rerun));
        return new Judgement(suite, unmeasured, page, moduleOption, baselineOption);
    }

    boolean isPassed() {
        return suite.exitStatus() == ExitStatus.PASSED;
    }

    /** Whether something is missing that should have been measured; no verdict then excuses the rest. */
    boolean isUnmeasured() {
        return !unmeasured.isEmpty() || suite.isUnmeasured();
    }

    /** For the console: the table, and where the report is. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(ConsoleTable.lines(suite));
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
                        unmeasured.stream(),
                        Stream.of(Sentences.about(suite)),
                        wrong.stream().map(this::about),
                        Sentences.nextSteps(suite, "mvn perfbudget:accept" + moduleOption).stream(),
                        Stream.of("Report: " + page))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private String about(BenchmarkVerdict benchmark) {
        return Sentences.about(benchmark) + "\n  again, only this one: mvn verify" + moduleOption
                + (moduleOption.isEmpty() ? "" : " -am") + baselineOption + " -Dperfbudget.includes="
                + benchmark.id().name();
    }
}
