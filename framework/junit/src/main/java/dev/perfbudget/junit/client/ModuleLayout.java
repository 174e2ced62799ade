package dev.perfbudget.junit.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where a module is and where it puts what it builds.
 *
 * @param directory absolute
 * @param output absolute, what is written below it belongs to PerfBudget
 */
public record ModuleLayout(Path directory, Path output) {

    private static final List<String> MAVEN = List.of("pom.xml");
    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
    private static final String OURS = "perfbudget";

    /** The module of a test class, in a JVM with these system properties. */
    public static ModuleLayout of(Class<?> testClass, Properties system) {
        // Surefire tells the module's directory; the working directory may be another.
        var known =
                Path.of(system.getProperty("user.dir", "")).toAbsolutePath().resolve(system.getProperty("basedir", ""));
        return of(TestClassPath.rootOf(testClass), known);
    }

    /**
     * The module that classes were compiled in; that of the working directory for classes from a jar.
     *
     * @param root directory or jar that the classes were loaded from
     */
    public static ModuleLayout of(Optional<Path> root, Path workingDirectory) {
        return root.filter(Files::isDirectory)
                .flatMap(ModuleLayout::around)
                .or(() -> around(workingDirectory))
                .orElseGet(() -> inMaven(workingDirectory));
    }

    private static Optional<ModuleLayout> around(Path start) {
        return Stream.iterate(start.toAbsolutePath().normalize(), path -> path != null, Path::getParent)
                .flatMap(path -> Stream.of(
                                Optional.of(path).filter(dir -> has(dir, MAVEN)).map(ModuleLayout::inMaven),
                                Optional.of(path)
                                        .filter(dir -> has(dir, GRADLE))
                                        .map(ModuleLayout::inGradle))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    private static boolean has(Path directory, List<String> files) {
        return files.stream().anyMatch(file -> Files.isRegularFile(directory.resolve(file)));
    }

    private static ModuleLayout inMaven(Path directory) {
        return new ModuleLayout(directory, directory.resolve("target").resolve(OURS));
    }

    private static ModuleLayout inGradle(Path directory) {
        return new ModuleLayout(directory, directory.resolve("build").resolve(OURS));
    }

    /** With the output directory that somebody asked for, relative to the module. */
    public ModuleLayout writingTo(String output) {
        return new ModuleLayout(directory, directory.resolve(output).normalize());
    }
}
