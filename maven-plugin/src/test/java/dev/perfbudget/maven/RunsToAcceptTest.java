package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs {@code accept} takes where nobody names one. */
class RunsToAcceptTest {

    @TempDir
    private Path directory;

    private Path output = Path.of("");
    private OwnRuns own = new OwnRuns(Path.of(""), List.of());

    @BeforeEach
    void a_module_with_compiled_classes() throws IOException {
        var module = Files.createDirectories(directory.resolve("shop"));
        output = Files.createDirectories(directory.resolve("shared"));
        var classes = module.resolve("target/test-classes");
        Files.createDirectories(classes.resolve("com/acme"));
        Files.createFile(classes.resolve("com/acme/JsonBench.class"));
        own = new OwnRuns(module, List.of(classes, module.resolve("target/classes")));
    }

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
        assertThat(last("shop")).isEmpty();
    }

    @Test
    void none_that_another_module_has_written_below_the_same_directory() throws IOException {
        run("20261121-101500-123-41-shop", 1);
        runOf("other", "20261121-101500-123-41-shop-2", 2);
        runOf("other", "20261121-111500-456-42-other", 3);

        assertThat(last("shop")).containsExactly("20261121-101500-123-41-shop");
    }

    @Test
    void those_of_a_module_that_was_reached_by_a_link() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("shop"));
        runOf("link", "20261121-101500-123-41-shop", 1);

        assertThat(last("shop")).hasSize(1);
    }

    @Test
    void one_that_is_named_may_come_from_anywhere_if_its_classes_are_there() throws IOException {
        var file = runOf("elsewhere", "1", 1, "com.acme.Gone", "com.acme.JsonBench");

        assertThat(RunsToAccept.in(file, own).runs().keySet()).containsExactly(file);
        assertThat(RunsToAccept.in(output.resolve("runs/1"), own).runs().keySet())
                .containsExactly(file);
    }

    @Test
    void one_that_is_named_and_has_only_benchmarks_of_others_is_refused() throws IOException {
        var file = runOf("elsewhere", "1", 1, "com.acme.PriceBench");

        assertThatThrownBy(() -> RunsToAccept.in(file, own))
                .hasMessageContaining("[" + file
                        + "] is a run of another module: none of its benchmark classes [com.acme.PriceBench]")
                .hasMessageContaining("test-classes");
    }

    @Test
    void of_a_module_that_is_not_compiled_nothing_is_known() throws IOException {
        var file = runOf("elsewhere", "1", 1, "com.acme.PriceBench");
        own = new OwnRuns(directory.resolve("shop"), List.of(directory.resolve("shop/target/no-classes")));

        assertThat(RunsToAccept.in(file, own).runs().keySet()).containsExactly(file);
    }

    @Test
    void a_file_of_another_kind_is_refused_by_name() throws IOException {
        var verdict = Files.writeString(output.resolve("verdict.json"), "{\"schema\": 1, \"outcome\": \"PASSED\"}");
        var jmh = Files.writeString(output.resolve("result.json"), "[{\"benchmark\": \"x\"}]");
        var text = Files.writeString(output.resolve("text"), "no JSON");
        var newer =
                Files.writeString(output.resolve("newer.json"), "{\"schema\": 2, \"id\": \"x\", \"benchmarks\": []}");

        assertThatThrownBy(() -> RunsToAccept.in(verdict, own)).hasMessageContaining("no run but a verdict file");
        assertThatThrownBy(() -> RunsToAccept.in(jmh, own)).hasMessageContaining("no run but a jmh result file");
        assertThatThrownBy(() -> RunsToAccept.in(text, own)).hasMessageStartingWith("[" + text + "]");
        assertThatThrownBy(() -> RunsToAccept.in(newer, own)).hasMessageContaining("written by a newer PerfBudget");
        assertThatThrownBy(() -> RunsToAccept.in(output.resolve("no"), own))
                .hasMessageContaining("does not exist. Name the run.json of a run");
    }

    @Test
    void of_one_that_was_measured_in_blocks_it_is_known_beside_what() throws IOException {
        var pairing = new Pairing(
                "git:main (a1b2c3d)",
                7,
                List.of("lib 1 -> 2"),
                List.of(new Pairing.PairedForks(benchmark("com.acme.JsonBench").id(), List.of(), Optional.empty())));
        var file = written(run("1", directory.resolve("shop"), 1, List.of(), Optional.of(pairing)));

        assertThat(RunsToAccept.in(file, own).byName().values())
                .extracting(run -> run.pairing().orElseThrow())
                .containsExactly(new Pairing("git:main (a1b2c3d)", 7, List.of("lib 1 -> 2"), List.of()));
    }

    private List<String> last(String artifactId) throws IOException {
        return RunsToAccept.last(output, artifactId, own).runs().keySet().stream()
                .map(file -> file.getName(file.getNameCount() - 2).toString())
                .toList();
    }

    private void run(String id, int hour) throws IOException {
        runOf("shop", id, hour);
    }

    private Path runOf(String module, String id, int hour, String... classes) throws IOException {
        return written(run(id, directory.resolve(module), hour, List.of(classes), Optional.empty()));
    }

    private static Run run(String id, Path module, int hour, List<String> classes, Optional<Pairing> pairing) {
        var time = Instant.parse("2026-11-21T00:00:00Z").plusSeconds(3600L * hour);
        return new Run(
                id,
                time,
                time,
                module.toString(),
                new Environment(Map.of(), Map.of()),
                new Provenance(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty()),
                Map.of(),
                classes.stream().map(RunsToAcceptTest::benchmark).toList(),
                List.of(),
                List.of(),
                List.of(),
                pairing);
    }

    private Path written(Run run) throws IOException {
        var written = RunDirectory.of(output, run.id());
        written.write(run);
        Files.setLastModifiedTime(written.runFile(), FileTime.from(run.start()));
        return written.runFile();
    }

    private static BenchmarkRun benchmark(String className) {
        return new BenchmarkRun(
                new BenchmarkId(className + ".parse", BenchmarkMode.AVERAGE_TIME, Map.of()),
                className,
                List.of(),
                1,
                "",
                new Budget(List.of(), Optional.empty()),
                5,
                0,
                List.of(),
                List.of());
    }
}
