package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Released versions, and folders, that {@code measure} is to compare with. */
final class BaselineVersionsIT {

    private static final String COPY = "@Benchmark public int[] copy() { return numbers.clone(); }\n";
    private static final String MEASURE = "-Dperfbudget.mode=measure";
    /** Which takes less than a block: what is found is looked at here, not what it costs. */
    private static final String NO_BLOCKS = "-Dperfbudget.time=1 ms";

    private static final String GROUP = LittleRepository.GROUP;

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    private Path repository = Path.of("");

    @BeforeEach
    void a_repository_with_two_libraries() {
        repository = new LittleRepository(directory.resolve("repository"))
                .library("core", "1.0")
                .library("core", "2.0")
                .library("gone", "1.0")
                .library("json", "1.2", "core:1.0", "gone:1.0")
                .library("json", "1.10", "core:1.0")
                .library("json", "2.0", "core:2.0")
                .directory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.1", "4.0.0-rc-6"})
    void another_version_of_a_dependency_comes_with_what_it_needs(String version) {
        var project = users().written();

        Maven.version(version).run(project, "verify", MEASURE, NO_BLOCKS, baseline("gav:" + GROUP + ":json:1.2"));

        var baseline = BaselineFiles.of(project);
        assertThat(baseline.name()).isEqualTo("gav:com.acme.lib:json:1.2");
        assertThat(baseline.fileNames())
                .startsWith("classes", "jmh-core-1.37.jar", "jopt-simple-5.0.4.jar", "commons-math3-3.6.1.jar")
                .containsSequence("json-1.2.jar", "core-1.0.jar", "gone-1.0.jar")
                .doesNotContain("json-2.0.jar", "core-2.0.jar");
        assertThat(baseline.classPath())
                .allSatisfy(file -> assertThat(file).isAbsolute().exists());
        assertThat(baseline.differences())
                .containsExactly(
                        GROUP + ":json 1.2 -> 2.0",
                        GROUP + ":core 1.0 -> 2.0",
                        "only in the baseline: " + GROUP + ":gone 1.0");
        assertThat(baseline.conflicts()).isEmpty();
    }

    @Test
    void the_last_release_of_a_dependency_is_found_by_mavens_order_and_by_pattern() {
        var project = users().written();

        maven.run(project, "verify", MEASURE, NO_BLOCKS, baseline("release:" + GROUP + ":json"));
        assertThat(BaselineFiles.of(project).name()).isEqualTo("release:com.acme.lib:json (com.acme.lib:json:1.10)");

        maven.run(
                project,
                "verify",
                MEASURE,
                NO_BLOCKS,
                "-Dperfbudget.output=target/again",
                baseline("release:" + GROUP + ":json:1.2*"));
    }

    @Test
    void a_version_that_does_not_exist_is_told_with_those_that_do() {
        var project = users().written();

        var build = maven.run(project, "verify", MEASURE, NO_BLOCKS, baseline("gav:" + GROUP + ":json:3.0"));

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build))
                .contains(":verify", "cannot resolve [com.acme.lib:json:3.0]", "[1.2, 1.10, 2.0]");
    }

    @Test
    void the_last_release_of_the_module_itself_comes_in_the_place_of_its_classes_with_its_own_dependencies() {
        var releases = new LittleRepository(directory.resolve("releases"), "com.acme")
                .library("extra", "1")
                .library("sold", "0.8")
                .library("sold", "0.9", "extra:1")
                .library("sold", "2")
                .directory();
        var project = LittleProject.in(directory.resolve("sold"))
                .file("src/main/java/com/acme/Sold.java", "package com.acme; public class Sold {}")
                .testBenchmarks("CopyBench", COPY)
                .repository(releases)
                .written();

        maven.run(project, "verify", MEASURE, NO_BLOCKS, baseline("release:latest"));

        var baseline = BaselineFiles.of(project);
        assertThat(baseline.name()).isEqualTo("release:latest (com.acme:sold:0.9)");
        assertThat(baseline.fileNames())
                .startsWith("test-classes", "sold-0.9.jar")
                .contains("extra-1.jar");
        assertThat(baseline.classPath()).doesNotContain(project.resolve("target/classes"));
        assertThat(baseline.differences())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("main output replaced by ["))
                .contains("only in the baseline: com.acme:extra 1");
    }

    @Test
    void a_folder_comes_in_the_place_of_the_main_classes() throws IOException {
        var project = LittleProject.in(directory.resolve("shop"))
                .file("src/main/java/com/acme/Shop.java", "package com.acme; public class Shop {}")
                .testBenchmarks("CopyBench", COPY)
                .file("older/com/acme/Shop.class", "any")
                .repository(repository)
                .dependency(GROUP, "json", "2.0", "compile")
                .written();

        maven.run(project, "verify", MEASURE, NO_BLOCKS, baseline("dir:older"));

        var baseline = BaselineFiles.of(project);
        assertThat(baseline.fileNames()).startsWith("test-classes", "older").doesNotContain("classes");
        assertThat(baseline.differences())
                .containsExactly("main output replaced by [" + project.resolve("older") + "]");
    }

    @Test
    void wrong_baselines_fail_verify_with_what_to_do() throws IOException {
        var project = users().written();

        assertThat(MeasureIT.failureOf(maven.run(project, "verify", MEASURE, NO_BLOCKS, baseline("main"))))
                .contains(":verify", "[main] begins with none of [git, gav, release, dir, self]", "release:latest");
        assertThat(MeasureIT.failureOf(maven.run(project, "verify", MEASURE, NO_BLOCKS, baseline("release:latest"))))
                .contains("has the benchmarks among its main classes", "release:GROUP:ARTIFACT");
        assertThat(MeasureIT.failureOf(maven.run(project, "verify", MEASURE, NO_BLOCKS, baseline("gav:a:b:1"))))
                .contains("[a:b] is neither this module, [com.acme:users], nor among its dependencies");
        assertThat(project.resolve("target/perfbudget/runs")).doesNotExist();
        assertThat(Files.exists(project.resolve("target/perfbudget/report"))).isFalse();
    }

    @Test
    void smoke_takes_no_notice() {
        var project = users().written();

        var build = maven.run(project, "test", baseline("nonsense"));

        assertThat(build.exitCode()).as(build.output()).isZero();
    }

    private LittleProject users() {
        return LittleProject.in(directory.resolve("users"))
                .repository(repository)
                .dependency(GROUP, "json", "2.0", "compile")
                .benchmarks("CopyBench", COPY);
    }

    private static String baseline(String specification) {
        return "-Dperfbudget.baseline=" + specification;
    }
}
