package dev.perfbudget.runner.generation;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where JMH's annotation processor is: in the folder {@code processor} beside the folder that the runner's jars are in. */
public final class ProcessorPath {

    private static final String PROCESSOR_JAR = "jmh-generator-annprocess";

    private ProcessorPath() {}

    /**
     * The jars; empty if this is not a complete installation.
     *
     * @param classPath where else to look: the runner's own class path, when it is started from an IDE
     */
    public static List<Path> find(List<Path> classPath) {
        var bundled = jarsIn(installation().resolve("processor"));
        if (!bundled.isEmpty()) {
            return bundled;
        }
        return classPath.stream()
                .filter(entry -> String.valueOf(entry.getFileName()).startsWith(PROCESSOR_JAR))
                .toList();
    }

    private static Path installation() {
        try {
            var jar = Path.of(ProcessorPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolveSibling("..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Path> jarsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
