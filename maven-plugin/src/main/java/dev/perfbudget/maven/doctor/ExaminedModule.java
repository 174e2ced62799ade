package dev.perfbudget.maven.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * A module, and what is known of the build that it is part of.
 *
 * @param project as Maven has it
 * @param plugin key and version of our plugin
 * @param versions of the artifacts on its test class path, by {@code group:artifact}
 * @param measured what the plugin measures, by class: benchmarks, groups, tests with a budget
 * @param benchmarks those of JMH among them
 * @param userProperties what the command line says
 * @param threads that modules are built in
 */
public record ExaminedModule(
        MavenProject project,
        OwnPlugin plugin,
        Map<String, String> versions,
        Map<String, List<String>> measured,
        Map<String, List<String>> benchmarks,
        Map<String, String> userProperties,
        int threads) {

    private static final String JMH = "org.openjdk.jmh:jmh-core";
    private static final String FAILSAFE = "org.apache.maven.plugins:maven-failsafe-plugin";
    private static final String SUREFIRE = "org.apache.maven.plugins:maven-surefire-plugin";

    public ExaminedModule {
        versions = Map.copyOf(versions);
        measured = Map.copyOf(measured);
        benchmarks = Map.copyOf(benchmarks);
        userProperties = Map.copyOf(userProperties);
    }

    /** Our plugin: {@code group:artifact}, and its version. */
    public record OwnPlugin(String key, String version) {}

    /** Where its classes are: of tests, then the others. */
    List<Path> outputs() {
        var build = project.getBuild();
        return Stream.of(build.getTestOutputDirectory(), build.getOutputDirectory())
                .map(Path::of)
                .toList();
    }

    /** Everything that is measured: class, dot, method. */
    List<String> names() {
        return measured.entrySet().stream()
                .flatMap(type -> type.getValue().stream().map(method -> type.getKey() + "." + method))
                .toList();
    }

    /** The version of JMH that its tests have. */
    public Optional<String> jmhVersion() {
        return Optional.ofNullable(versions.get(JMH));
    }

    Configuration surefire() {
        return new Configuration(project, SUREFIRE, userProperties);
    }

    Configuration failsafe() {
        return new Configuration(project, FAILSAFE, userProperties);
    }

    Configuration plugin(String key) {
        return new Configuration(project, key, userProperties);
    }

    /** Which goals of ours are bound to its lifecycle. */
    Set<String> boundGoals() {
        return new TreeSet<>(plugin(plugin.key()).goals());
    }

    /** Whether benchmarks are measured as Surefire runs them, if at all. */
    boolean isLeftToSurefire() {
        return !boundGoals().contains("measure");
    }
}
