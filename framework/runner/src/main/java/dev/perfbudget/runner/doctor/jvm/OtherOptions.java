package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether environment variables have options of the JVM in them that people may expect to hold for forks. */
record OtherOptions(EnvironmentOptions options) implements Rule {

    @Override
    public String name() {
        return "options of the JVM";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        var words = options.all()
                .filter(option -> !Agents.isAgent(option.text()))
                .map(EnvironmentOptions.Option::words)
                .toList();
        return words.isEmpty()
                ? List.of()
                : List.of(Finding.information(
                        "Forks do not get options of environment variables " + words + ".",
                        "What a benchmark needs belongs into its @Fork(jvmArgsAppend = …)."));
    }
}
