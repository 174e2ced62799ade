package dev.perfbudget.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A class path as it was named.
 *
 * @param option that named it, for messages
 * @param elements jars and folders of classes, in order: absolute paths
 */
record ClassPath(String option, List<Path> elements) {

    private static final String ALL_JARS = "*";

    ClassPath {
        elements = List.copyOf(elements);
    }

    /** What {@code java -cp} would make of the text; all that is wrong with it is added to the problems. */
    static ClassPath of(String option, String text, List<String> problems) {
        var elements = Arrays.stream(text.split(File.pathSeparator, -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .flatMap(element -> elements(option, element, problems))
                .toList();
        return new ClassPath(option, elements);
    }

    private static Stream<Path> elements(String option, String element, List<String> problems) {
        try {
            var path = Path.of(element.endsWith(ALL_JARS) ? element.substring(0, element.length() - 1) : element)
                    .toAbsolutePath()
                    .normalize();
            if (element.endsWith(ALL_JARS)) {
                return jarsIn(option, path, problems);
            }
            requireClasses(option, path, problems);
            return Stream.of(path);
        } catch (InvalidPathException invalid) {
            problems.add(option + ": [" + element + "] is no name of a file here: " + invalid.getReason() + ".");
            return Stream.empty();
        }
    }

    private static Stream<Path> jarsIn(String option, Path folder, List<String> problems) {
        var jars = new ArrayList<Path>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .forEach(jars::add);
        } catch (IOException notListed) {
            problems.add(option + ": [" + folder + "] is no folder, so there are no jars in it.");
            return Stream.empty();
        }
        if (jars.isEmpty()) {
            problems.add(option + ": there is no jar in the folder [" + folder + "].");
        }
        jars.forEach(jar -> requireClasses(option, jar, problems));
        return jars.stream();
    }

    private static void requireClasses(String option, Path element, List<String> problems) {
        if (Files.isDirectory(element)) {
            return;
        }
        if (!Files.exists(element)) {
            problems.add(option + ": [" + element + "] does not exist.");
            return;
        }
        try (var jar = new ZipFile(element.toFile())) {
            jar.size();
        } catch (ZipException noJar) {
            problems.add(option + ": [" + element + "] is neither a jar nor a folder of classes.");
        } catch (IOException unreadable) {
            problems.add(option + ": [" + element + "] cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    /** For a JVM, behind what it needs of ours: two of the same name are looked up in the order of the path. */
    List<String> behind(Path first) {
        return Stream.concat(Stream.of(first), elements.stream())
                .map(Path::toString)
                .toList();
    }

    /** For people: {@code old/benchmarks.jar}, {@code classes and 12 more}. */
    String name() {
        var here = Path.of("").toAbsolutePath();
        var first = elements.get(0);
        var name = (first.startsWith(here) ? here.relativize(first) : first).toString();
        return elements.size() == 1 ? name : name + " and " + (elements.size() - 1) + " more";
    }
}
