package dev.perfbudget.cli;

import dev.perfbudget.model.ExitStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code perfbudget compare}: judges a candidate's files beside a baseline's. */
@Command(
        name = "compare",
        description = "Says whether a candidate got slower than its baseline, and how sure that is.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
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

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "METRIC",
            description = "Only these, by name; several with commas. Otherwise of JMH's results the score and the"
                    + " allocation, of CSV everything.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or markdown. Default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of what is drawn at random. The present rules draw nothing: the same files always give"
                    + " the same answer.")
    @SuppressWarnings("UnusedVariable") // Scripts may always give it.
    private long seed;

    @Option(names = "--debug", description = "Print stack traces of failures.")
    private boolean isDebug;

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Whether stack traces are wanted. */
    boolean isDebug() {
        return isDebug;
    }

    @Override
    public Integer call() throws BadInputException {
        var comparing = new Comparing(rules.rules(), metrics);
        var pairs = files.pairs();
        var status = pairs.isPresent()
                ? new Pairs(comparing).compare(pairs.get(), spec.commandLine().getOut())
                : compare(comparing);
        return status.code();
    }

    private ExitStatus compare(Comparing comparing) throws BadInputException {
        var verdict = comparing.compare(files.sides());
        format.lines(verdict, terminal).forEach(spec.commandLine().getOut()::println);
        return verdict.exitStatus();
    }
}
