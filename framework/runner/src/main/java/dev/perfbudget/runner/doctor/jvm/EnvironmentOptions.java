package dev.perfbudget.runner.doctor.jvm;

import dev.perfbudget.protocol.ChildEnvironment;
import java.util.Map;
import java.util.stream.Stream;

/** Options that every JVM takes from environment variables, as {@code variable option}. */
record EnvironmentOptions(Map<String, String> environment) {

    /** One option, and where it stands. */
    record Option(String variable, String text) {

        /** {@code -javaagent:a.jar in JAVA_TOOL_OPTIONS}, of a property its name only: its value may be a secret. */
        String words() {
            return (text.startsWith("-D") ? text.replaceFirst("=.*", "") : text) + " in " + variable;
        }
    }

    Stream<Option> all() {
        return ChildEnvironment.JVM_OPTIONS.stream().flatMap(variable -> Stream.of(
                        environment.getOrDefault(variable, "").split("\\s+"))
                .filter(option -> !option.isEmpty())
                .map(option -> new Option(variable, option)));
    }
}
