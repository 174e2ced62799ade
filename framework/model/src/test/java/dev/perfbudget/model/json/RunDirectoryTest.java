package dev.perfbudget.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.model.ResourceSample;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    @TempDir
    private Path output;

    private RunDirectory directory;

    @BeforeEach
    void name_the_run() {
        directory = RunDirectory.of(output, "r1");
    }

    @Test
    void a_run_comes_back_as_it_was_written() throws IOException {
        directory.write(Samples.run());
        assertThat(directory.readRun()).isEqualTo(Samples.run());
        assertThat(directory.runFile()).isEqualTo(output.resolve("runs/r1/run.json"));
    }

    @Test
    void a_run_in_blocks_comes_back_as_it_was_written() throws IOException {
        directory.write(Samples.pairedRun());

        assertThat(directory.readRun()).isEqualTo(Samples.pairedRun());
    }

    @Test
    void a_run_in_blocks_that_does_not_say_which_were_disturbed_can_be_read() throws IOException {
        directory.write(Samples.pairedRun());
        var text = Files.readString(directory.runFile());
        var older = text.replaceFirst("(?s),\\s*\"disturbed\" : .*$", "}]}}");
        Files.writeString(directory.runFile(), older);

        var pairing = directory.readRun().pairing().orElseThrow();
        assertThat(pairing.benchmarks().get(0).forks()).containsExactly(Samples.fork(0));
        assertThat(pairing.benchmarks().get(0).disturbed()).isEmpty();
    }

    @Test
    void nothing_half_written_is_left_beside_a_whole_file() throws IOException {
        directory.write(Samples.run());
        directory.write(Samples.run());
        try (var files = Files.list(directory.path())) {
            assertThat(files).containsExactly(directory.runFile());
        }
    }

    @Test
    void whole_files_can_be_read_by_whoever_may_read_other_files_of_the_build() throws IOException {
        directory.write(Samples.run());
        var ordinary = Files.createFile(output.resolve("ordinary"));
        assertThat(Files.getPosixFilePermissions(directory.runFile()))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void a_file_says_its_schema_first_and_uses_the_words_of_people() throws IOException {
        directory.write(Samples.run());
        assertThat(Files.readString(directory.runFile()))
                .startsWith("{\n  \"schema\" : 1,\n  \"id\" : \"20261121-100000-42\"")
                .contains(
                        "\"mode\" : \"sample\"", "\"metric\" : \"mean\"", "\"unit\" : \"us/op\"", "\"score\" : \"NaN\"")
                .contains("\"commit\" : \"c0ffee\"")
                .doesNotContain("branch", "null");
    }

    @Test
    void resources_come_back_as_they_were_written_but_for_a_line_that_was_cut_off() throws IOException {
        var lines = new ArrayList<ResourceSample>();
        directory.readResources(lines::add);
        assertThat(lines).isEmpty();
        try (var file = directory.openResourceFile()) {
            file.append(Samples.resources(0));
            file.append(Samples.resources(1));
        }
        Files.writeString(directory.resourceFile(), "{\"schema\":1,\"ti", StandardOpenOption.APPEND);

        directory.readResources(lines::add);
        assertThat(lines).containsExactly(Samples.resources(0), Samples.resources(1));
    }

    @Test
    void resources_are_kept_line_by_line() throws IOException {
        assertThat(directory.resourceFile()).doesNotExist();
        try (var file = directory.openResourceFile()) {
            file.append(Samples.resources(0));
            file.append(Samples.resources(1));
        }

        var lines = Files.readAllLines(directory.resourceFile());
        assertThat(lines).hasSize(2);
        for (var number = 0; number < 2; number++) {
            var line = lines.get(number).getBytes(StandardCharsets.UTF_8);
            assertThat(Json.parse(line, ResourceSample.class, "resources.jsonl"))
                    .isEqualTo(Samples.resources(number));
        }
    }

    @Test
    void forks_are_kept_line_by_line_in_the_order_of_their_files() throws IOException {
        try (var second = directory.openForkFile(2);
                var first = directory.openForkFile(1)) {
            second.append(Samples.fork(7));
            first.append(Samples.fork(0));
            first.append(Samples.fork(1));
        }
        assertThat(directory.readForks()).containsExactly(Samples.fork(0), Samples.fork(1), Samples.fork(7));
        assertThat(Files.readAllLines(directory.forkFile(1))).hasSize(2);
    }

    @Test
    void a_fork_file_that_a_crash_cut_anywhere_keeps_its_finished_lines() throws IOException {
        try (var file = directory.openForkFile(1)) {
            file.append(Samples.fork(0));
            file.append(Samples.fork(1));
        }
        var bytes = Files.readAllBytes(directory.forkFile(1));
        var line = (bytes.length - 2) / 2 + 1;
        for (var length : List.of(0, 1, line - 1, line, line + 1, bytes.length - 1)) {
            Files.write(directory.forkFile(1), Arrays.copyOf(bytes, length));
            assertThat(directory.readForks()).hasSize(length < line ? 0 : 1);
        }
    }

    @Test
    void a_fork_file_goes_on_behind_a_line_that_a_crash_cut() throws IOException {
        try (var file = directory.openForkFile(1)) {
            file.append(Samples.fork(0));
        }
        Files.writeString(directory.forkFile(1), "{\"schema\":1,\"bench", StandardOpenOption.APPEND);
        try (var file = directory.openForkFile(1)) {
            file.append(Samples.fork(1));
        }
        assertThat(directory.readForks()).containsExactly(Samples.fork(0), Samples.fork(1));
    }

    @Test
    void a_run_without_fork_files_has_no_forks() throws IOException {
        assertThat(directory.readForks()).isEmpty();
    }

    @Test
    void a_newer_schema_is_refused_with_the_cure() throws IOException {
        writeRun("{\"schema\":2,\"id\":\"x\"}");
        assertThatThrownBy(directory::readRun)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("[" + directory.runFile() + "] was written by a newer PerfBudget: its schema is [2], this"
                        + " version reads up to [1]. Use the newer version to read it.");
    }

    @Test
    void anything_else_is_refused_with_file_and_reason() throws IOException {
        directory.write(Samples.run());
        var whole = Files.readString(directory.runFile());
        var broken = new ArrayList<>(List.of(
                "",
                "[]",
                "{}",
                "null",
                "{\"schema\":0}",
                "{\"schema\":\"1\"}",
                "{\"schema\":1}",
                "{\"schema\":1,\"id\":{}}",
                "[".repeat(100_000),
                whole.replace("\"us/op\"", "\"furlongs\""),
                whole.replace("\"sample\"", "\"sometimes\""),
                whole.replace("\"plannedForks\" : 5", "\"plannedForks\" : \"many\"")));
        broken.add(whole.substring(0, whole.length() / 2));
        for (var text : broken) {
            writeRun(text);
            assertThatThrownBy(directory::readRun)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageStartingWith("[" + directory.runFile() + "] ");
        }
    }

    @Test
    void what_is_missing_is_named() throws IOException {
        writeRun("{\"schema\":1,\"id\":\"x\"}");
        assertThatThrownBy(directory::readRun).hasMessageContaining("'start'");
    }

    private void writeRun(String text) throws IOException {
        Files.createDirectories(directory.path());
        Files.writeString(directory.runFile(), text);
    }
}
