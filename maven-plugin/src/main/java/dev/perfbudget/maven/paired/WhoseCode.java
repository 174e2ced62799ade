package dev.perfbudget.maven.paired;

import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;

/**
 * Tells the subject from the harness.
 *
 * @param isBenchmarksOnly whether the benchmarks are among the module's main classes, which are harness then
 */
record WhoseCode(boolean isBenchmarksOnly) {

    private static final List<String> ALWAYS_HARNESS = List.of(
            "org.openjdk.jmh:",
            "dev.perfbudget:perfbudget-api",
            "dev.perfbudget:perfbudget-junit",
            "dev.perfbudget:perfbudget-agent");

    Role ofMainOutput() {
        return isBenchmarksOnly ? Role.HARNESS : Role.SUBJECT;
    }

    /** Of a dependency whose way into the module nobody knows. */
    static Role ofDependency(Coordinates coordinates, Scope scope) {
        return scope.isNeededToRun() && !isAlwaysHarness(coordinates.key()) ? Role.SUBJECT : Role.HARNESS;
    }

    /** Of a resolved dependency: what JMH brings along is harness as JMH itself is. */
    static Role ofDependency(Artifact artifact) {
        var trail = Optional.ofNullable(artifact.getDependencyTrail()).orElse(List.of());
        return trail.stream().skip(1).anyMatch(WhoseCode::isAlwaysHarness)
                ? Role.HARNESS
                : ofDependency(Coordinates.of(artifact), Scope.of(String.valueOf(artifact.getScope())));
    }

    private static boolean isAlwaysHarness(String id) {
        return ALWAYS_HARNESS.stream().anyMatch(id::startsWith);
    }
}
