package dev.perfbudget.runner.execution;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** What cannot be deleted stays: no reason to lose what was measured. */
    @Override
    public void close() {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException gone) {
            // Somebody else tidied up.
        }
    }
}
