package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;

/** Whether environment variables attach agents or debuggers to the JVM of the tests; runs beside them do not gate. */
record Agents(EnvironmentOptions options) implements Rule {

    private static final List<String> MARKS =
            List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-Xdebug");

    @Override
    public String name() {
        return "agents";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        return options.all()
                .filter(option -> isAgent(option.text()))
                .map(option -> new Finding(
                        Spoils.STORED,
                        "An agent or a debugger is attached to every JVM [" + option.words()
                                + "]; forks do not get it, but such runs do not gate.",
                        "Take it out of " + option.variable() + " for builds that measure."))
                .toList();
    }

    static boolean isAgent(String option) {
        return MARKS.stream().anyMatch(option::startsWith);
    }
}
