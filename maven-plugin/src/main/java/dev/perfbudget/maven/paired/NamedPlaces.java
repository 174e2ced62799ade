package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Class folders and jars that somebody named; a folder of jars stands for its jars.
 *
 * @param directory that names are relative to
 */
record NamedPlaces(Path directory) {

    /**
     * What they have, in their order.
     *
     * @throws MojoExecutionException with all that have nothing
     */
    List<Path> classPath(List<String> names) throws MojoExecutionException {
        var classPath = new ArrayList<Path>();
        var problems = new ArrayList<String>();
        for (var name : names) {
            var place = directory.resolve(name).toAbsolutePath().normalize();
            var found = found(place);
            classPath.addAll(found);
            if (found.isEmpty()) {
                problems.add(
                        "[" + place + "] " + (Files.exists(place) ? "has neither classes nor jars" : "is not there"));
            }
        }
        if (!problems.isEmpty()) {
            throw new MojoExecutionException("perfbudget.baseline: " + String.join("; ", problems)
                    + ". Name class folders, jars or folders of jars, relative to [" + directory
                    + "], separated by commas.");
        }
        return classPath;
    }

    private static List<Path> found(Path place) throws MojoExecutionException {
        if (Files.isRegularFile(place)) {
            return isJar(place) ? List.of(place) : List.of();
        }
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (var inside = Files.list(place);
                var below = Files.walk(place)) {
            if (below.anyMatch(file -> file.toString().endsWith(".class"))) {
                return List.of(place);
            }
            return inside.filter(NamedPlaces::isJar).sorted().toList();
        } catch (IOException unreadable) {
            throw new MojoExecutionException(
                    "perfbudget.baseline: [" + place + "] cannot be read: " + unreadable, unreadable);
        }
    }

    private static boolean isJar(Path file) {
        return Stream.of(".jar", ".zip").anyMatch(file.toString()::endsWith) && Files.isRegularFile(file);
    }
}
