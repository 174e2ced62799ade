package dev.perfbudget.maven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What a build has written about the baseline of a module. */
record BaselineFiles(Properties properties) {

    /** The only one of a module. */
    static BaselineFiles of(Path module) {
        try (var files = Files.walk(module.resolve("target/perfbudget/test-jvm"))) {
            var file = files.filter(any -> any.endsWith("baseline.properties"))
                    .findFirst()
                    .orElseThrow();
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            return new BaselineFiles(properties);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return properties.getProperty("name");
    }

    List<Path> classPath() {
        return list("classPath").map(Path::of).toList();
    }

    /** Last elements of the class path's names. */
    List<String> fileNames() {
        return classPath().stream().map(file -> file.getFileName().toString()).toList();
    }

    List<String> differences() {
        return list("difference").toList();
    }

    List<String> conflicts() {
        return list("conflict").toList();
    }

    private Stream<String> list(String name) {
        return Stream.iterate(0, i -> properties.containsKey(name + "." + i), i -> i + 1)
                .map(i -> properties.getProperty(name + "." + i));
    }
}
