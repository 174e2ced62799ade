package dev.perfbudget.model.json;

import dev.perfbudget.model.ResourceSample;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What was sampled during a run, a JSON line a second. Unlike forks, lines are not forced to disk: that would disturb
 * what is measured, and nothing is decided by them.
 */
public final class ResourceFile implements Closeable {

    private final OutputStream output;

    ResourceFile(Path file) throws IOException {
        output = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Appends a line. */
    public void append(ResourceSample sample) throws IOException {
        output.write((Json.MAPPER.writeValueAsString(Json.withSchema(sample)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a file line by line; nothing if there is none, and without lines that are broken. */
    static void read(Path file, Consumer<ResourceSample> lines) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (var reader = Files.newBufferedReader(file)) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                parse(line, file).ifPresent(lines);
            }
        }
    }

    private static Optional<ResourceSample> parse(String line, Path file) {
        try {
            return Optional.of(
                    Json.parse(line.getBytes(StandardCharsets.UTF_8), ResourceSample.class, file.toString()));
        } catch (UnreadableFileException cutOff) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
