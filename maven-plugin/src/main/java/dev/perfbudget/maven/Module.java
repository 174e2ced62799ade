package dev.perfbudget.maven;

import dev.perfbudget.maven.paired.KnownBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** A module as far as benchmarks go: what it has, and what they were compiled against. */
record Module(MavenProject project) {

    /** What a module must have before it can have a benchmark or a budget. */
    private static final Set<String> NEEDED =
            Set.of("org.openjdk.jmh:jmh-core", "dev.perfbudget:perfbudget-api", "dev.perfbudget:perfbudget-junit");

    /** Classes with benchmarks or budgets, tests and main classes alike. Costs nothing where there can be none. */
    List<FoundClass> benchmarks() throws MojoExecutionException {
        var build = project.getBuild();
        return canHaveBenchmarks()
                ? benchmarksIn(build.getTestOutputDirectory(), build.getOutputDirectory())
                : List.of();
    }

    private boolean canHaveBenchmarks() {
        return Artifacts.versions(project).keySet().stream().anyMatch(NEEDED::contains);
    }

    /** Whether it has benchmarks among its main classes: what they measure is elsewhere then. */
    boolean isBenchmarksOnly() throws MojoExecutionException {
        return !benchmarksIn(project.getBuild().getOutputDirectory()).isEmpty();
    }

    /** Those of JMH alone. */
    List<FoundClass> jmhBenchmarks() throws MojoExecutionException {
        var build = project.getBuild();
        return found(BenchmarkScan::findJmh, build.getTestOutputDirectory(), build.getOutputDirectory());
    }

    /** The same, each in each of its modes. */
    List<KnownBenchmark> knownBenchmarks() throws MojoExecutionException {
        var build = project.getBuild();
        return canHaveBenchmarks()
                ? found(BenchmarkScan::findModes, build.getTestOutputDirectory(), build.getOutputDirectory())
                : List.of();
    }

    private List<FoundClass> benchmarksIn(String... outputs) throws MojoExecutionException {
        return found(BenchmarkScan::find, outputs);
    }

    private <T> List<T> found(Search<T> search, String... outputs) throws MojoExecutionException {
        var directories = Stream.of(outputs).map(Path::of).toList();
        try {
            return search.in(new BenchmarkScan(directories, classPath()));
        } catch (IOException unreadable) {
            throw new MojoExecutionException(
                    "Cannot read the classes in " + directories + ": " + unreadable, unreadable);
        }
    }

    /** Everything that its tests see, in order. */
    List<Path> classPath() throws MojoExecutionException {
        try {
            return project.getTestClasspathElements().stream()
                    .map(Path::of)
                    .filter(Files::exists)
                    .toList();
        } catch (DependencyResolutionRequiredException unresolved) {
            throw new MojoExecutionException("The module's test class path is not resolved: " + unresolved, unresolved);
        }
    }

    private interface Search<T> {

        List<T> in(BenchmarkScan classes) throws IOException;
    }
}
