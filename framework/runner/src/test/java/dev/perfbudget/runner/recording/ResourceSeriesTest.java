package dev.perfbudget.runner.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ResourceSample;
import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceSeriesTest {

    private static final ResourceSample LINE =
            new ResourceSample(Instant.EPOCH, Duration.ofSeconds(1), Map.of("system.cpu", 12.5), List.of());

    @TempDir
    private Path directory;

    @Test
    void lines_are_appended_until_it_is_closed() throws IOException {
        var run = RunDirectory.at(directory);
        var series = new ResourceSeries(run);
        series.accept(LINE);
        series.accept(LINE);
        series.close();
        series.accept(LINE);

        assertThat(Files.readAllLines(run.resourceFile())).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("system.cpu", "12.5"));
        assertThat(series.failure()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_written_is_told_of_and_disturbs_nobody() throws IOException {
        var run = RunDirectory.at(directory);
        Files.createDirectory(run.resourceFile());
        var series = new ResourceSeries(run);
        series.accept(LINE);
        series.accept(LINE);
        series.close();

        assertThat(series.failure())
                .hasValueSatisfying(failure -> assertThat(failure).contains("resources.jsonl", "could not be written"));
    }

    @Test
    void without_a_line_there_is_no_file() {
        var run = RunDirectory.at(directory);
        new ResourceSeries(run).close();

        assertThat(run.resourceFile()).doesNotExist();
    }
}
