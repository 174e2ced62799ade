package dev.perfbudget.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what stands on a command line and is no option, with what was probably meant. */
record UnknownOptions(CommandSpec command) {

    /** Adds one problem for each of these. */
    void addTo(List<String> problems, Stream<String> options) {
        options.forEach(option -> {
            var suggestions = new UnmatchedArgumentException(command.commandLine(), List.of(option)).getSuggestions();
            var meant = suggestions.isEmpty() ? "" : " Did you mean [" + suggestions.get(0) + "]?";
            problems.add("[" + option + "] is no option." + meant);
        });
    }

    /** Fails if there is any problem, and says where all options are shown. */
    void throwIfAny(List<String> problems) throws BadInputException {
        if (!problems.isEmpty()) {
            problems.add("[" + command.qualifiedName() + " --help] shows all options.");
            throw new BadInputException(problems);
        }
    }
}
