package dev.perfbudget.cli;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.ConsoleTable;
import dev.perfbudget.report.NextCommands;
import dev.perfbudget.report.ReportContent;
import dev.perfbudget.report.chart.ResourceLines;
import dev.perfbudget.report.files.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a report of files. */
@Command(
        name = "report",
        description = "Makes the HTML report, summary.md and JUnit XML of runs, baselines, or JMH results.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        customSynopsis = "perfbudget report FILE... [--output=DIR] [--module=DIR] [--merge [--shards=N]]"
                + " [--templates=DIR] [--single-file]",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing failed",
            "1:a limit is broken, or a benchmark regressed",
            "2:wrong options or files, something or everything was not measured, or a shard is missing",
            "3:inconclusive, and the policy of the run is fail"
        })
final class ReportCommand implements Callable<Integer> {

    private static final String DIRECTORY = "perfbudget-report";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FileParameters files = new FileParameters();

    @Option(
            names = "--output",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "DIR",
            hideParamSyntax = true,
            description = "Where the report is written; an earlier one is replaced. Default: " + DIRECTORY)
    private List<String> output = new ArrayList<>();

    @Option(
            names = "--module",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "DIR",
            hideParamSyntax = true,
            description =
                    "The module whose directory perfbudget (baseline, waivers) runs are judged by. Default: the one"
                            + " that the run names, if it is there")
    private List<String> module = new ArrayList<>();

    @Option(
            names = "--merge",
            description = "The runs are shards of one: each has measured other benchmarks. What none has is missing.")
    private boolean isMerged;

    @Option(
            names = "--shards",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "N",
            hideParamSyntax = true,
            description = "With --merge, and needed there: how many there must be.")
    private List<String> shards = new ArrayList<>();

    @Mixin
    private PageOptions pages = new PageOptions();

    @Mixin
    private final UsualOptions usual = new UsualOptions();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BadInputException {
        var problems = usual.problems();
        var directory = FileOptions.path(new OneValue("--output", output, DIRECTORY).text(problems), problems);
        var pageReport = pages.report(problems);
        var expected = expectedShards(problems);
        var judgedBy = module.isEmpty()
                ? Optional.<Path>empty()
                : FileOptions.path(new OneValue("--module", module, ".").text(problems), problems);
        var paths = files.names().stream()
                .flatMap(file -> FileOptions.path(file, problems).stream())
                .toList();
        usual.throwIfAny(problems);
        var unreadable = new ArrayList<String>();
        var resources = new ResourceLines();
        var runs = read(paths, file -> new ReportedFile(file, judgedBy).read(resources), unreadable);
        var missing = missing(runs, expected, unreadable);
        return report(new ReportFiles(directory.orElseThrow(), pageReport), runs, resources, missing);
    }

    private OptionalInt expectedShards(List<String> problems) {
        if (shards.isEmpty()) {
            if (isMerged) {
                problems.add(
                        "--shards is missing: how many --merge puts together, such as [--shards=3]. One that is lost"
                                + " is then missed.");
            }
            return OptionalInt.empty();
        }
        if (!isMerged) {
            problems.add("--shards is for --merge only.");
        }
        var text = new OneValue("--shards", shards, "2").text(problems);
        if (!text.matches("[1-9][0-9]{0,5}")) {
            problems.add("--shards: [" + text + "] must be a whole number from 1.");
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private interface Reading {

        List<ReportedRun> of(Path file) throws IOException;
    }

    private static List<ReportedRun> read(List<Path> paths, Reading reading, List<String> unreadable) {
        var runs = new ArrayList<ReportedRun>();
        for (var path : paths) {
            try {
                runs.addAll(reading.of(path));
            } catch (IOException broken) {
                unreadable.add(Comparing.message(path, broken));
            }
        }
        return runs;
    }

    /** What is not there and should be. Of shards the others are reported even so. */
    private List<String> missing(List<ReportedRun> runs, OptionalInt expected, List<String> unreadable)
            throws BadInputException {
        var together = new Shards(runs, expected);
        var wrong = new ArrayList<String>(isMerged ? together.twice() : unreadable);
        if (!wrong.isEmpty()) {
            throw new BadInputException(wrong);
        }
        var missing = new ArrayList<>(unreadable);
        if (isMerged) {
            missing.addAll(together.missing());
        }
        return missing;
    }

    private int report(ReportFiles files, List<ReportedRun> runs, ResourceLines resources, List<String> missing)
            throws BadInputException {
        var suite = suite(runs).without(missing);
        var audits = new HashMap<String, Audit>();
        runs.forEach(reported -> reported.baseline()
                .audit()
                .ifPresent(audit -> audits.put(reported.run().module(), audit)));
        var measured = runs.stream().map(ReportedRun::run).toList();
        try {
            var page = files.write(
                    new ReportContent(suite, measured, audits, NextCommands.OF_MAVEN, resources), name(runs));
            new ConsoleTable(terminal.screen())
                    .linesOf(suite)
                    .forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().println("\nReport: " + page);
        } catch (IOException unwritable) {
            throw new BadInputException(List.of("--output: " + unwritable.getMessage()), unwritable);
        }
        return missing.isEmpty() ? suite.exitStatus().code() : ExitStatus.UNMEASURED.code();
    }

    private static SuiteVerdict suite(List<ReportedRun> runs) {
        return runs.isEmpty()
                ? new SuiteVerdict(
                        Outcome.INVALID,
                        Policy.WARN,
                        List.of(),
                        List.of("There is no run to report. Name the files of runs: perfbudget report FILE..."))
                : SuiteVerdict.together(runs.stream().map(ReportedRun::verdict).toList());
    }

    private static String name(List<ReportedRun> runs) {
        return runs.stream()
                .flatMap(reported -> FileOptions.path(reported.run().module(), new ArrayList<>()).stream())
                .map(path -> String.valueOf(path.getFileName()))
                .distinct()
                .collect(Collectors.joining("-"));
    }
}
