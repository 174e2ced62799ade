package dev.perfbudget.cli;

import dev.perfbudget.model.ExitStatus;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perfbudget compare}: judges a candidate's files beside a baseline's, or measures both now. */
@Command(
        name = "compare",
        description = "Says whether a candidate got slower than its baseline, and how sure that is.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "perfbudget compare BASELINE CANDIDATE [OPTION]...",
            "       perfbudget compare --baseline FILE... --candidate FILE... [OPTION]...",
            "       perfbudget compare --pairs=FILE [OPTION]...",
            "       perfbudget compare --live --baseline-class-path PATH --candidate-class-path PATH [PATTERN]... [OPTION]..."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing regressed (inconclusive passes unless the policy is fail)",
            "1:a benchmark regressed",
            "2:wrong options or files, a benchmark is missing, or nothing could be judged",
            "3:inconclusive, and the policy is fail"
        })
final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final FileOptions files = new FileOptions();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final LiveOptions live = new LiveOptions();

    @Mixin
    private final MetricOption metrics = new MetricOption();

    @Option(
            names = "--format",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "FORMAT",
            hideParamSyntax = true,
            completionCandidates = Formats.class,
            description = "text, json or markdown. Default: text")
    private List<String> format = new ArrayList<>();

    @Option(
            names = "--seed",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "N",
            hideParamSyntax = true,
            description =
                    "Seed of what is drawn at random: with --live, whose turn it is. Of files nothing is drawn: the"
                            + " same files always give the same answer.")
    private List<String> seed = new ArrayList<>();

    @Mixin
    private final UsualOptions usual = new UsualOptions();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws BadInputException {
        var problems = usual.problems();
        var status = live.isLive(spec.commandLine().getParseResult(), problems) ? measure(problems) : compare(problems);
        return status.code();
    }

    private ExitStatus measure(List<String> problems) throws BadInputException {
        var printed = format(problems);
        var settings = new LinkedHashMap<>(rules.settings(problems));
        if (!seed.isEmpty()) {
            settings.put("seed", new OneValue("--seed", seed, "7").text(problems));
        }
        if (usual.isDebug()) {
            settings.put("debug", "true");
        }
        var request = live.request(files.unnamed(), settings, problems);
        usual.throwIfAny(problems);
        var errors = spec.commandLine().getErr();
        var verdict = new LiveComparison(request.orElseThrow(), errors).compare();
        printed.lines(verdict, terminal).forEach(spec.commandLine().getOut()::println);
        LiveComparison.failures(verdict).forEach(errors::println);
        return verdict.exitStatus();
    }

    private ExitStatus compare(List<String> problems) throws BadInputException {
        var comparing = new Comparing(rules.rules(problems), metrics.names(problems));
        var printed = format(problems);
        checkSeed(problems);
        var pairs = files.pairs(problems);
        // Of what an unknown option leaves behind among the files, nobody needs to be told.
        var sides =
                pairs.isPresent() || usual.hasUnknown() ? Optional.<FileOptions.Sides>empty() : files.sides(problems);
        usual.throwIfAny(problems);
        return pairs.isPresent()
                ? new Pairs(comparing).compare(pairs.get(), spec.commandLine().getOut())
                : compare(comparing, sides.orElseThrow(), printed);
    }

    private ExitStatus compare(Comparing comparing, FileOptions.Sides sides, Format printed) throws BadInputException {
        var verdict = comparing.compare(sides);
        printed.lines(verdict, terminal).forEach(spec.commandLine().getOut()::println);
        MissingBenchmarks.message(verdict, sides).ifPresent(spec.commandLine().getErr()::println);
        return verdict.exitStatus();
    }

    private Format format(List<String> problems) {
        return Format.of(new OneValue("--format", format, "text").word(Format.LABELS, problems));
    }

    private void checkSeed(List<String> problems) {
        var text = new OneValue("--seed", seed, "1").text(problems);
        try {
            Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            problems.add("--seed: [" + text + "] must be a whole number.");
        }
    }

    /** For the completion of shells. */
    static final class Formats implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Format.LABELS.iterator();
        }
    }
}
