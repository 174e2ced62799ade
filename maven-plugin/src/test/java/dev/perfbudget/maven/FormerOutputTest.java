package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an earlier build when this one begins to measure. */
class FormerOutputTest {

    private static final Instant START = Instant.parse("2026-11-21T10:15:00Z");

    @TempDir
    private Path output;

    @Test
    void what_an_earlier_build_published_is_deleted_and_its_runs_and_all_else_stay() throws Exception {
        var summary = written("summary.md", START.minusSeconds(60));
        var comment = written("comment.md", START.minusSeconds(60));
        var page = written("report/index.html", START.minusSeconds(60));
        var benchmark = written("report/benchmarks/001-JsonBench.html", START.minusSeconds(60));
        var result = written("junit/TEST-com.acme.JsonBench.xml", START.minusSeconds(60));
        var run = written("runs/1/run.json", START.minusSeconds(60));
        var other = written("junit/notes.txt", START.minusSeconds(60));

        new FormerOutput(output, START).delete();

        assertThat(summary).doesNotExist();
        assertThat(comment).doesNotExist();
        assertThat(page).doesNotExist();
        assertThat(benchmark).doesNotExist();
        assertThat(result).doesNotExist();
        assertThat(run).exists();
        assertThat(other).exists();
    }

    @Test
    void what_another_module_of_this_build_wrote_to_the_same_directory_stays() throws Exception {
        var result = written("junit/TEST-com.acme.JsonBench.xml", START.plusSeconds(1));

        new FormerOutput(output, START).delete();

        assertThat(result).exists();
    }

    @Test
    void where_there_is_nothing_nothing_happens() throws MojoExecutionException {
        var nothing = output.resolve("none");

        new FormerOutput(nothing, START).delete();

        assertThat(nothing).doesNotExist();
    }

    private Path written(String name, Instant time) throws IOException {
        var file = output.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "earlier");
        return Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
