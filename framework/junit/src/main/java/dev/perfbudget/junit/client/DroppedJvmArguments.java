package dev.perfbudget.junit.client;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arguments of the test JVM that forks do not get, because they would measure something else: agents, debuggers, memory
 * of the tests, properties. What JVM arguments a benchmark needs stands in its {@code @Fork}.
 */
public final class DroppedJvmArguments {

    private static final List<String> OF_LAUNCHERS = List.of(
            "-Dperfbudget.",
            "-Dsurefire.",
            "-Dbasedir=",
            "-DlocalRepository=",
            "-Didea.",
            "-Dorg.gradle.",
            "-Declipse.");
    private static final List<String> HOW_CLASSES_ARE_FOUND =
            List.of("--module-path", "--class-path", "--patch-module", "--add-modules", "--add-reads", "-Djdk.module.");

    private DroppedJvmArguments() {}

    /** Of this JVM. Of a system property only the name is kept, because its value may be a secret. */
    public static List<String> ofThisJvm() {
        return among(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static List<String> among(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> Stream.concat(OF_LAUNCHERS.stream(), HOW_CLASSES_ARE_FOUND.stream())
                        .noneMatch(argument::startsWith))
                .map(argument -> argument.startsWith("-D") ? argument.replaceFirst("=.*", "") : argument)
                .toList();
    }
}
