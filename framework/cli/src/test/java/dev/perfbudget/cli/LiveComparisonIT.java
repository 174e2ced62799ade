package dev.perfbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two class paths of a project that has nothing of ours, measured by {@code perfbudget.jar}: real hosts, real forks. */
class LiveComparisonIT {

    private static final List<String> SHORT = List.of(
            "-Dperfbudget.iterationTime=20ms",
            "-Dperfbudget.iterations=6",
            "-Dperfbudget.warmupIterations=4",
            "--seed=7");

    @TempDir
    private Path directory;

    private ExecutableJar jar;

    @BeforeEach
    void install() {
        jar = new ExecutableJar(directory);
    }

    private JmhProject project(String name) {
        return new JmhProject(directory.resolve(name));
    }

    private static String classPath(Path classes) {
        return classes + File.pathSeparator + JmhProject.jmh();
    }

    private Called compare(String baseline, String candidate, String... more) {
        return jar.call(command(baseline, candidate, more).toArray());
    }

    private static List<String> command(String baseline, String candidate, String... more) {
        var command = new ArrayList<>(
                List.of("compare", "--live", "--baseline-class-path", baseline, "--candidate-class-path", candidate));
        command.addAll(List.of(more));
        command.addAll(SHORT);
        return command;
    }

    @Test
    void a_slower_jar_of_benchmarks_fails_by_fresh_blocks() throws IOException {
        var old = project("old").working(20_000).shaded();
        var fresh = project("new").working(40_000).shaded();

        var called = compare(old.toString(), fresh.toString(), "JsonBench.*");

        assertThat(called.code()).as(called.errors()).isEqualTo(1);
        assertThat(unwrapped(called))
                .startsWith("FAILED: ")
                .contains("REGRESSED: ", "Compared with old" + File.separator + "benchmarks.jar")
                .containsPattern("benchmarks.jar: 1 of \\d+ files differ \\(com/acme/Work.class\\)");
        assertThat(called.errors())
                .contains("1 benchmark beside old", "JsonBench.work  block", "Looks regressed", "Files: [")
                .doesNotContain("REGRESSED");
        var run = onlyRun(directory.resolve("perfbudget-live"));
        assertThat(run.resolve("run.json")).exists();
        assertThat(run.resolve("verdict.json")).content().contains("\"outcome\" : \"FAILED\"");
        assertThat(run.resolve("baseline/forks/001.jsonl")).exists();
    }

    @Test
    void what_is_within_its_threshold_passes_and_json_is_all_that_is_printed() throws IOException {
        var old = project("old").working(20_000).compile();
        var fresh = project("new").working(20_100).compile();

        var called = compare(
                classPath(old), classPath(fresh), "--format=json", "--slowdown=100%", "--output", "kept", "work$");

        assertThat(called.code()).as(called.errors()).isZero();
        var tree = called.tree();
        assertThat(tree.path("outcome").asString()).isEqualTo("PASSED");
        assertThat(tree.path("benchmarks")
                        .path(0)
                        .path("samples")
                        .path(0)
                        .path("slowdown")
                        .asDouble())
                .isEqualTo(1);
        assertThat(onlyRun(directory.resolve("kept")).resolve("verdict.json"))
                .content()
                .isEqualToIgnoringWhitespace(called.output());
    }

    @Test
    void what_only_one_side_has_is_named() throws IOException {
        var libraries = Files.createDirectory(directory.resolve("lib"));
        for (var library : JmhProject.jmh().split(File.pathSeparator, -1)) {
            Files.copy(Path.of(library), libraries.resolve(Path.of(library).getFileName()));
        }
        var everyLibrary = File.pathSeparator + libraries.resolve("*");
        var old = project("old").working(20_000).withBenchmark("FormerBench").compile();
        var fresh = project("new").working(20_000).withBenchmark("NewBench").compile();

        var called = compare(old + everyLibrary, fresh + everyLibrary, "--slowdown=100%");

        assertThat(called.code()).as(called.errors()).isEqualTo(2);
        assertThat(unwrapped(called))
                .contains(
                        "[com.acme.NewBench.work [avgt]] has no baseline (has no such benchmark)",
                        "The candidate lacks [com.acme.FormerBench.work [avgt]], which the baseline has");
    }

    @Test
    void a_benchmark_that_throws_is_shown_with_its_stack_trace() {
        var old = project("old").working(20_000).compile();
        var fresh = project("new")
                .working(20_000)
                .with(
                        "Work",
                        """
                        package com.acme;
                        class Work {
                            static long tokens() { throw new IllegalStateException("no more coffee"); }
                        }
                        """)
                .compile();

        var called = compare(classPath(old), classPath(fresh));

        assertThat(called.code()).as(called.errors()).isEqualTo(2);
        assertThat(called.errors()).contains("no more coffee", "at com.acme.Work.tokens");
    }

    @Test
    void the_same_class_path_twice_is_measured_with_a_warning() {
        var jarOfBenchmarks = project("old").working(20_000).shaded().toString();

        var called = compare(jarOfBenchmarks, jarOfBenchmarks, "--slowdown=100%", "--time=20s");

        assertThat(called.code()).as(called.errors()).isZero();
        assertThat(unwrapped(called)).contains("Class paths differ: in nothing");
    }

    @Test
    void what_stays_open_under_a_policy_that_fails_it_has_an_exit_code_of_its_own() {
        var classes = classPath(project("old").working(20_000).compile());

        var called = compare(classes, classes, "--slowdown=0.01%", "--policy=fail", "--time=20s");

        assertThat(called.code()).as(called.errors()).isEqualTo(3);
        assertThat(unwrapped(called)).contains("inconclusive");
    }

    @Test
    void a_pattern_that_matches_nothing_is_told_with_what_there_is() {
        var classes = classPath(project("old").working(20_000).compile());

        var called = compare(classes, classes, "XmlBench");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .contains("No benchmark of the baseline matches [XmlBench]. There are:\n  com.acme.JsonBench.work")
                .contains("No benchmark of the candidate matches")
                .doesNotContain("\tat ");
    }

    @Test
    void class_paths_without_benchmarks_are_refused() {
        var without =
                project("old").with("Work", "package com.acme; class Work {}").compile();
        var called = compare(classPath(without), classPath(without));
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors())
                .contains(
                        "The baseline has no benchmark", "The candidate has no benchmark", "jmh-generator-annprocess");
    }

    @Test
    void ending_it_leaves_no_process_and_keeps_finished_blocks() throws Exception {
        var classes = classPath(project("old").working(20_000).compile());
        var errors = directory.resolve("stderr.txt");
        var process = jar.start(command(classes, classes).toArray());
        // A block that was disturbed, as it may be on any machine, is measured again and says no threshold.
        await(() -> Files.readString(errors).contains("threshold +"));
        var started = process.descendants().toList();
        assertThat(started).isNotEmpty();

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        await(() -> started.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(onlyRun(directory.resolve("perfbudget-live")).resolve("forks/001.jsonl"))
                .isNotEmptyFile();
    }

    private static String unwrapped(Called called) {
        return called.output().replaceAll("\\s+", " ");
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        for (var tries = 0; tries < 600 && !condition.holds(); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(condition.holds()).isTrue();
    }

    private static Path onlyRun(Path output) throws IOException {
        try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
            return runs.toList().get(0);
        }
    }
}
