package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn test} does with benchmarks, and what leaves them out. */
final class SmokeIT {

    private static final String GOOD = "@Benchmark public int[] copy() { return numbers.clone(); }\n";

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    @Test
    void a_benchmark_that_throws_fails_the_test_phase() {
        var project = LittleProject.in(directory)
                .benchmarks(
                        "BadBench",
                        GOOD + "@Benchmark public int bad() { throw new IllegalStateException(\"no luck\"); }")
                .written();

        var build = maven.run(project, "test");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(MeasureIT.failureOf(build))
                .contains(":smoke")
                .contains("BadBench.bad")
                .contains("no luck")
                .doesNotContain("BadBench.copy");
    }

    @Test
    void nothing_is_done_where_there_is_nothing_to_measure() {
        var project = LittleProject.in(directory)
                .file("src/main/java/com/acme/Plain.java", "package com.acme; public class Plain {}")
                .written();

        var build = maven.run(project, "verify");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(project.resolve("target/perfbudget")).doesNotExist();
    }

    @Test
    void nothing_is_done_where_there_is_no_jmh() {
        var project = LittleProject.emptyIn(directory)
                .file("src/main/java/com/acme/Plain.java", "package com.acme; public class Plain {}")
                .written();

        assertThat(maven.run(project, "verify").exitCode()).isZero();
    }

    @Test
    void every_usual_way_of_skipping_skips_and_says_so() {
        var project = LittleProject.in(directory).benchmarks("CopyBench", GOOD).written();

        for (var property : new String[] {"perfbudget.skip", "skipTests", "maven.test.skip"}) {
            var build = maven.run(project, "verify", "-D" + property);

            assertThat(build.exitCode()).as(build.output()).isZero();
            assertThat(build.output())
                    .contains("No benchmark is called (" + property + ")")
                    .contains("Nothing is measured (" + property + ")")
                    .contains("Nothing to judge: nothing was measured (" + property + ")")
                    .doesNotContain("CopyBench.copy");
        }
    }

    @Test
    void skipping_integration_tests_leaves_the_smoke_test() {
        var project = LittleProject.in(directory).benchmarks("CopyBench", GOOD).written();

        var build = maven.run(project, "verify", "-DskipITs");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("called once, not measured").contains("Nothing is measured (skipITs)");
    }
}
