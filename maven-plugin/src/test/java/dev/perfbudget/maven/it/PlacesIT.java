package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mavens, JDKs, directories and shapes of projects. */
final class PlacesIT {

    private static final String COPY = "@Benchmark public int[] copy() { return numbers.clone(); }\n";

    private static final String SLOW =
            """
            package com.acme;

            import java.nio.file.*;
            import java.time.Instant;
            import java.util.List;
            import org.junit.jupiter.api.Test;

            class SlowTest {
                @Test
                void takes_its_time() throws Exception {
                    var start = Instant.now();
                    Thread.sleep(8000);
                    Files.write(Path.of("target/times.txt"), List.of(start.toString(), Instant.now().toString()));
                }
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"3.8.1", "3.9.16", "4.0.0-rc-6"})
    void other_versions_of_maven_measure_and_judge(String version) {
        var project = LittleProject.in(directory)
                .benchmarks("CopyBench", COPY)
                .budgets("com.acme.CopyBench.copy.allocation = 5 KB\n")
                .written();

        var build = Maven.version(version).run(project, "verify");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .contains("called once, not measured")
                .containsPattern("CopyBench.copy +allocation .* held");
    }

    @Test
    void modules_are_measured_one_after_the_other_in_a_parallel_build() throws IOException {
        var root = LittleProject.emptyIn(directory).withoutOurPlugin();
        var one = root.module("one").benchmarks("OneBench", COPY).written();
        var two = root.module("two")
                .benchmarks("TwoBench", COPY)
                .budgets("*.allocation = 2 KB\n")
                .written();
        var three = root.module("three")
                .withoutOurPlugin()
                .withPerfBudgetAndJUnit("5.10.5")
                .file("src/test/java/com/acme/SlowTest.java", SLOW)
                .written();

        var build = Maven.ofThisBuild().run(root.written(), "verify", "-T3", "-fae", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build))
                .contains("com.acme.TwoBench.copy")
                .contains("-pl :two -am")
                .doesNotContain("OneBench");
        assertThat(runOf(one).id().replace("-one", ""))
                .isEqualTo(runOf(two).id().replace("-two", ""));
        assertThat(List.of(Times.of(runOf(one)), Times.of(runOf(two)), Times.of(three.resolve("target/times.txt"))))
                .as("what was measured, and tests of another module")
                .satisfies(Times::doNotOverlap);
    }

    @Test
    void a_module_descriptor_does_no_harm() {
        var project = LittleProject.in(directory)
                .benchmarks("CopyBench", COPY)
                .file("src/main/java/module-info.java", "module com.acme { requires jmh.core; exports com.acme; }")
                .written();

        var build = Maven.ofThisBuild().run(project, "verify");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).containsPattern("CopyBench.copy +");
    }

    @Test
    void blanks_and_umlauts_in_the_path_do_no_harm() {
        var project = LittleProject.in(directory.resolve("Größe und Maß"))
                .benchmarks("CopyBench", COPY)
                .budgets("*.allocation = 5 KB\n")
                .written();

        var build = Maven.ofThisBuild().run(project, "verify");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).containsPattern("CopyBench.copy +allocation .* held");
    }

    @Test
    void a_module_and_a_target_behind_symbolic_links_do_no_harm() throws IOException {
        var project = LittleProject.in(directory.resolve("real"))
                .benchmarks("CopyBench", COPY)
                .budgets("*.allocation = 2 KB\n")
                .written();
        Files.createSymbolicLink(project.resolve("target"), Files.createDirectory(directory.resolve("ram-disk")));
        var link = Files.createSymbolicLink(directory.resolve("link"), project);

        var build = Maven.ofThisBuild()
                .run(project, "verify", "-f", link.resolve("pom.xml").toString(), "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build))
                .contains(
                        "com.acme.CopyBench.copy",
                        "limit 2 KB",
                        link.resolve("target").toString());
    }

    @Test
    void an_unwritable_directory_fails_and_is_named() throws IOException {
        var project = LittleProject.in(directory).benchmarks("CopyBench", COPY).written();
        Files.createDirectories(project.resolve("target"));
        Files.writeString(project.resolve("target/perfbudget"), "a file where a directory should be");

        var build = Maven.ofThisBuild().run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build))
                .contains(project.resolve("target/perfbudget").toString())
                .contains("writable");
    }

    @Test
    void benchmarks_run_on_the_toolchain_that_is_asked_for() throws IOException {
        var other = OtherJdk.find();
        var project = LittleProject.in(directory)
                .benchmarks(
                        "JavaBench",
                        "@Setup public void say() { System.err.println(\"java is \" + System.getProperty(\"java.home\")); }\n"
                                + "@Benchmark public int fail() { throw new IllegalStateException("
                                + "\"on \" + Runtime.version().feature()); }")
                .configuration("<jdkToolchain><version>the other one</version></jdkToolchain>")
                .file(
                        "toolchains.xml",
                        """
                        <toolchains>
                          <toolchain>
                            <type>jdk</type>
                            <provides><version>the other one</version></provides>
                            <configuration><jdkHome>%s</jdkHome></configuration>
                          </toolchain>
                        </toolchains>
                        """
                                .formatted(other.home()))
                .written();

        var build = Maven.ofThisBuild()
                .run(project, "test", "-t", project.resolve("toolchains.xml").toString());

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build)).contains("on " + other.feature());
    }

    @Test
    void a_toolchain_that_nobody_has_fails_by_name() {
        var project = LittleProject.in(directory)
                .benchmarks("CopyBench", COPY)
                .configuration("<jdkToolchain><version>none such</version></jdkToolchain>")
                .written();

        var build = Maven.ofThisBuild().run(project, "test");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build)).contains("none such").contains("toolchains.xml");
    }

    private static Run runOf(Path project) throws IOException {
        try (var runs = Files.list(project.resolve("target/perfbudget/runs"))) {
            return RunDirectory.at(runs.findFirst().orElseThrow()).readRun();
        }
    }
}
