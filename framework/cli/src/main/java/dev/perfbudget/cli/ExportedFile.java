package dev.perfbudget.cli;

import dev.perfbudget.model.json.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that an export is written to. */
record ExportedFile(Path path) {

    /** Whether it is the one that is exported, by this name or another. */
    boolean is(Path input) {
        try {
            return Files.exists(path) && Files.isSameFile(path, input);
        } catch (IOException unreadable) {
            // What cannot be read is told when it is.
            return false;
        }
    }

    /** Writes all of it or, but for pipes and devices, nothing. */
    void write(String text) throws IOException {
        var content = text.getBytes(StandardCharsets.UTF_8);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            Files.write(path, content);
            return;
        }
        WholeFile.replace(Files.exists(path) ? path.toRealPath() : path, content);
    }
}
