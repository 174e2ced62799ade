package dev.perfbudget.model.json;

import dev.perfbudget.model.ResourceSample;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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

    @Override
    public void close() throws IOException {
        output.close();
    }
}
