package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {

    @TempDir
    private Path parent;

    @Test
    void goes_away_with_all_that_is_in_it() throws IOException {
        var scratch = new Scratch(parent);
        Files.createDirectories(scratch.directory().resolve("a/b"));

        scratch.close();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void that_somebody_else_has_deleted_is_no_reason_to_lose_a_run() throws IOException {
        var scratch = new Scratch(parent);
        Files.delete(scratch.directory());

        scratch.close();

        assertThat(parent).isEmptyDirectory();
    }
}
