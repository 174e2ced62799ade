package dev.perfbudget.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that chooses metrics. */
final class MetricOption {

    @Option(
            names = "--metric",
            split = ",",
            arity = "0..1",
            fallbackValue = " ",
            paramLabel = "METRIC",
            hideParamSyntax = true,
            description = "Only these, by name; several with commas. Otherwise of JMH's results the score and the"
                    + " allocation, of other files everything.")
    private List<String> metrics = new ArrayList<>();

    /** Their names; none for those that are wanted as a rule. */
    List<String> names(List<String> problems) {
        if (metrics.stream().anyMatch(String::isBlank)) {
            problems.add("--metric: a name is missing, such as [mean].");
        }
        return metrics.stream().map(String::strip).toList();
    }
}
