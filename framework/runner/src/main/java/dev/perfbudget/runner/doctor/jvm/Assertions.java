package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether environment variables switch assertions on where tests are measured in place. */
record Assertions(EnvironmentOptions options) implements Rule {

    private static final String SWITCHED_ON = "-(ea|esa|enableassertions|enablesystemassertions)(:.*)?";

    @Override
    public String name() {
        return "assertions";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        return options.all()
                .filter(option -> option.text().matches(SWITCHED_ON))
                .map(option -> new Finding(
                        Spoils.STORED,
                        "Tests that are measured in place run with assertions [" + option.words()
                                + "], which is an environment class of its own; forks do not.",
                        "Take it out of " + option.variable() + " for builds that measure."))
                .toList();
    }
}
