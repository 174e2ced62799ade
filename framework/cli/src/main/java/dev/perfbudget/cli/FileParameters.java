package dev.perfbudget.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The files that are read. */
final class FileParameters {

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            hideParamSyntax = true,
            description = "run.json, a fork file, baseline.json, a JMH result (-rf json), or CSV.")
    private List<String> names = new ArrayList<>();

    List<String> names() {
        return List.copyOf(names);
    }
}
