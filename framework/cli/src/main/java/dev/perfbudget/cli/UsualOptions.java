package dev.perfbudget.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What every command takes, and how it tells of what it does not. */
final class UsualOptions {

    static final String DEBUG = "--debug";

    private CommandSpec command = CommandSpec.create();

    @Option(names = DEBUG, description = "Print stack traces of failures.")
    private boolean isDebug;

    /** What is unknown is told together with all else that is wrong; {@code @Unmatched} has no effect in a mixin. */
    @Spec(Spec.Target.MIXEE)
    void of(CommandSpec command) {
        this.command = command;
        command.parser().unmatchedArgumentsAllowed(true);
    }

    /** Whether stack traces are wanted. */
    boolean isDebug() {
        return isDebug;
    }

    /** Whether anything stands on the command line that looks like an option and is none. */
    boolean hasUnknown() {
        return unknown().findAny().isPresent();
    }

    /** One problem for each of these, with what was probably meant; others may be added. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        unknown().map(this::problem).forEach(problems::add);
        return problems;
    }

    /** Fails if there is any problem, and says where all options are shown. */
    void throwIfAny(List<String> problems) throws BadInputException {
        if (!problems.isEmpty()) {
            problems.add("[" + command.qualifiedName() + " --help] shows all options.");
            throw new BadInputException(problems);
        }
    }

    /** Where any number of files may stand, they are taken for files. */
    private Stream<String> unknown() {
        var files = command.args().stream()
                .filter(argument -> argument.arity().isVariable())
                .flatMap(argument -> argument.stringValues().stream());
        var unmatched = command.commandLine().getUnmatchedArguments().stream();
        return Stream.concat(unmatched, files.filter(file -> file.startsWith("--")));
    }

    private String problem(String option) {
        var suggestions = new UnmatchedArgumentException(command.commandLine(), List.of(option)).getSuggestions();
        var meant = suggestions.isEmpty() ? "" : " Did you mean [" + suggestions.get(0) + "]?";
        return "[" + option + "] is no option." + meant;
    }
}
