package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that a report is written to, and what is in it when writing fails. */
class StagedFolderTest {

    @TempDir
    private Path directory;

    @Test
    void only_pages_of_the_newest_report_are_left_and_what_others_put_there() throws IOException {
        publish("index.html", "benchmarks/001-a.html", "benchmarks/002-b.html");
        Files.writeString(directory.resolve("benchmarks/notes.txt"), "ours");

        publish("index.html", "benchmarks/001-a.html");

        assertThat(files()).containsExactly("benchmarks/001-a.html", "benchmarks/notes.txt", "index.html");
    }

    @Test
    void an_earlier_report_keeps_all_its_pages_where_a_new_one_finds_no_place() throws IOException {
        publish("index.html", "benchmarks/001-a.html");
        var inTheWay = Files.createDirectories(directory.resolve("benchmarks/002-b.html/kept"));

        assertThatIOException().isThrownBy(() -> publish("index.html", "benchmarks/002-b.html"));

        Files.delete(inTheWay);
        assertThat(files()).containsExactly("benchmarks/001-a.html", "index.html");
    }

    @Test
    void the_page_that_leads_to_all_others_comes_last() throws IOException {
        Files.createDirectories(directory.resolve("index.html/kept"));

        assertThatIOException().isThrownBy(() -> publish("index.html", "benchmarks/001-a.html"));

        assertThat(files()).containsExactly("benchmarks/001-a.html");
    }

    @Test
    void what_a_writer_left_that_was_killed_is_gone_after_a_day_and_what_another_one_writes_stays() throws IOException {
        var killed = stage(".report-killed", Duration.ofHours(25));
        var another = stage(".report-another", Duration.ofHours(23));
        var notOurs = stage("archive", Duration.ofDays(30));

        publish("index.html");

        assertThat(killed).doesNotExist();
        assertThat(another.resolve("index.html")).exists();
        assertThat(notOurs.resolve("index.html")).exists();
    }

    private Path stage(String name, Duration age) throws IOException {
        var stage = Files.createDirectory(directory.resolve(name));
        Files.writeString(stage.resolve("index.html"), "half of a pa");
        return Files.setLastModifiedTime(stage, FileTime.from(Instant.now().minus(age)));
    }

    private void publish(String... names) throws IOException {
        try (var folder = StagedFolder.of(directory)) {
            for (var name : names) {
                folder.write(name, out -> out.write("a page"));
            }
            folder.publish(PageFile.FOLDER, PageFile::isOne);
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
