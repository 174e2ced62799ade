package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.maven.LittleGit;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pull request is checked by: the work tree beside a commit, measured in blocks and judged. */
final class PairedIT {

    private static final String LIBRARY = "src/main/java/com/acme/Library.java";
    private static final List<String> SHORT = List.of(
            "verify",
            "-Dperfbudget.baseline=git:HEAD",
            "-Dperfbudget.iterations=6",
            "-Dperfbudget.warmupIterations=6",
            "-Dperfbudget.iterationTime=20 ms",
            "-Dperfbudget.seed=7");

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    private LittleProject project = LittleProject.emptyIn(Path.of(""));

    @BeforeEach
    void a_library_is_committed_with_its_benchmark() {
        project = LittleProject.in(directory.resolve("library"))
                .file(LIBRARY, library("sum", 1))
                .file(".gitignore", "target\n")
                .testBenchmarks("LibraryBench", "@Benchmark public int sum() { return Library.sum(numbers); }");
        var git = LittleGit.init(project.written());
        git.commit("first");
    }

    @Test
    void work_that_is_twice_as_slow_as_the_commit_fails_the_build_which_says_by_how_much() throws IOException {
        project.file(LIBRARY, library("sum", 2));

        var build = verify();

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output())
                .contains("1 benchmark beside git:HEAD (", "at least 5 blocks")
                .containsPattern("LibraryBench.sum  block  5 of  5  [+]")
                .contains("Looks regressed, so measured in fresh blocks, which alone decide: LibraryBench.sum")
                .contains("Compared with git:HEAD (");
        assertThat(MeasureIT.failureOf(build))
                .contains(
                        "regressed",
                        "again, only this one: mvn verify -Dperfbudget.baseline=git:HEAD -Dperfbudget.includes=",
                        "What regressed: mend it, or waive it in perfbudget/waivers.json.");
        var run = run();
        assertThat(run.pairing().orElseThrow().seed()).isEqualTo(7);
        assertThat(run.benchmarks().get(0).confirmationForks()).isGreaterThanOrEqualTo(5);
        assertThat(Files.readString(report())).contains("git:HEAD (");
    }

    @Test
    void a_comment_that_was_added_passes_and_what_was_measured_in_blocks_is_no_baseline() throws IOException {
        project.file(LIBRARY, "// Adds.\n" + library("sum", 1));

        var build = verify("-Dperfbudget.slowdown=50%");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("unchanged");
        var accepted = maven.run(
                project.written(),
                "dev.perfbudget:perfbudget-maven-plugin:" + System.getProperty("it.version", "") + ":accept");
        assertThat(accepted.exitCode()).isOne();
        assertThat(accepted.output())
                .contains("cannot be accepted: it was measured in blocks, beside [git:HEAD (", "mvn verify without");
    }

    @Test
    void a_benchmark_of_what_the_commit_does_not_have_yet_has_no_baseline_and_says_why() throws IOException {
        project.file(LIBRARY, library("total", 1))
                .testBenchmarks("LibraryBench", "@Benchmark public int sum() { return Library.total(numbers); }");

        var build = verify("-Dperfbudget.mean=1 s");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .containsPattern("no baseline \\(does not link: java.lang.NoSuchMethodError: .*total");
        assertThat(run().benchmarks().get(0).forks()).hasSize(5);
    }

    private static String library(String method, int times) {
        return """
                package com.acme;

                public class Library {
                    public static int %s(int[] numbers) {
                        var sum = 0;
                        for (var time = 0; time < %d; time++) {
                            for (var number : numbers) {
                                sum += Integer.toString(number + time).length();
                            }
                        }
                        return sum;
                    }
                }
                """
                .formatted(method, times);
    }

    private Maven.Build verify(String... more) {
        return maven.run(
                project.written(),
                Stream.concat(SHORT.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private Path output() {
        return directory.resolve("library/target/perfbudget");
    }

    private Path report() {
        return output().resolve("report/index.html");
    }

    private Run run() throws IOException {
        try (var runs = Files.list(output().resolve("runs"))) {
            return RunDirectory.at(runs.findFirst().orElseThrow()).readRun();
        }
    }
}
