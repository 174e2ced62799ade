package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs {@code accept} takes where nobody names one. */
class RunsToAcceptTest {

    @TempDir
    private Path output;

    @Test
    void the_last_one() throws IOException {
        run("20261121-101500-123-41-shop", 1);
        run("20261121-111500-456-42-shop", 2);

        assertThat(last("shop")).containsExactly("20261121-111500-456-42-shop");
    }

    @Test
    void all_of_its_build_whatever_their_test_jvm_or_execution() throws IOException {
        run("20261121-101500-123-41-shop", 1);
        run("20261121-111500-456-42-shop", 3);
        run("20261121-111500-456-42-shop-2", 4);
        run("20261121-111500-456-42-shop-on-jdk-25", 2);

        assertThat(last("shop"))
                .containsExactly(
                        "20261121-111500-456-42-shop",
                        "20261121-111500-456-42-shop-2",
                        "20261121-111500-456-42-shop-on-jdk-25");
    }

    @Test
    void of_a_module_whose_name_ends_in_a_number_only_its_own() throws IOException {
        run("20261121-101500-123-41-shop-2", 1);
        run("20261121-111500-456-42-shop-2", 2);

        assertThat(last("shop-2")).containsExactly("20261121-111500-456-42-shop-2");
    }

    @Test
    void one_that_an_ide_has_measured_by_itself() throws IOException {
        run("20261121-101500-41", 1);
        run("20261121-111500-42", 2);

        assertThat(last("shop")).containsExactly("20261121-111500-42");
    }

    @Test
    void none_of_those_that_ended_without_a_run_file() throws IOException {
        run("20261121-101500-123-41-shop", 1);
        Files.createDirectories(output.resolve("runs/20261121-111500-456-42-shop/forks"));

        assertThat(last("shop")).containsExactly("20261121-101500-123-41-shop");
    }

    @Test
    void none_where_nothing_was_measured() throws IOException {
        assertThat(RunsToAccept.last(output, "shop").isEmpty()).isTrue();
    }

    @Test
    void a_file_of_another_kind_is_refused_by_name() throws IOException {
        var verdict = Files.writeString(output.resolve("verdict.json"), "{\"schema\": 1, \"outcome\": \"PASSED\"}");
        var jmh = Files.writeString(output.resolve("result.json"), "[{\"benchmark\": \"x\"}]");
        var text = Files.writeString(output.resolve("text"), "no JSON");
        var newer =
                Files.writeString(output.resolve("newer.json"), "{\"schema\": 2, \"id\": \"x\", \"benchmarks\": []}");

        assertThatThrownBy(() -> RunsToAccept.in(verdict).read()).hasMessageContaining("no run but a verdict file");
        assertThatThrownBy(() -> RunsToAccept.in(jmh).read()).hasMessageContaining("no run but a jmh result file");
        assertThatThrownBy(() -> RunsToAccept.in(text).read()).hasMessageStartingWith("[" + text + "]");
        assertThatThrownBy(() -> RunsToAccept.in(newer).read()).hasMessageContaining("written by a newer PerfBudget");
        assertThatThrownBy(() -> RunsToAccept.in(output.resolve("no")).read())
                .hasMessageContaining("does not exist. Name the run.json of a run");
    }

    private List<String> last(String artifactId) throws IOException {
        return RunsToAccept.last(output, artifactId).files().stream()
                .map(file -> file.getName(file.getNameCount() - 2).toString())
                .toList();
    }

    private void run(String id, int hour) throws IOException {
        var file = output.resolve("runs").resolve(id).resolve("run.json");
        Files.createDirectories(output.resolve("runs").resolve(id));
        Files.writeString(file, "{}");
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-21T00:00:00Z").plusSeconds(3600L * hour)));
    }
}
