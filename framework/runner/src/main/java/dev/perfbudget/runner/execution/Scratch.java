package dev.perfbudget.runner.execution;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A temporary directory that goes away again. */
final class Scratch implements Closeable {

    private final Path directory;

    Scratch(Path parent) throws IOException {
        directory = Files.createTempDirectory(parent, "perfbudget-");
        // For the sake of a runner that ends with its test JVM; what is registered last is deleted first.
        directory.toFile().deleteOnExit();
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
