package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks as tests of Surefire and Failsafe, without our plugin. */
final class SurefireIT {

    private static final String COPY = "@Benchmark public int[] copy() { return numbers.clone(); }\n";
    private static final String TWICE =
            "@Benchmark public int[][] twice() { return new int[][] {numbers.clone(), numbers.clone()}; }\n";
    private static final String FAILSAFE =
            """
            <plugin>
              <artifactId>maven-failsafe-plugin</artifactId><version>3.6.1</version>
              <executions><execution><goals><goal>integration-test</goal><goal>verify</goal></goals></execution></executions>
            </plugin>
            """;

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    @Test
    void a_benchmark_that_is_named_is_measured_and_reported_by_name() throws IOException {
        var project = project().testBenchmarks("CopyBench", COPY + TWICE).written();

        var build = maven.run(project, "test", "-Dtest=CopyBench#copy");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(project.resolve("target/surefire-reports/TEST-com.acme.CopyBench.xml"))
                .content()
                .contains("<testcase name=\"copy\" classname=\"com.acme.CopyBench\"")
                .doesNotContain("twice");
        assertThat(runs(project)).hasSize(1);
    }

    @Test
    void a_class_of_tests_is_only_called_in_a_build_that_runs_all() {
        var project = project().testBenchmarks("CopyTest", COPY + TWICE).written();

        var build = maven.run(project, "test");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("called once, not measured").contains("Tests run: 2, Failures: 0");
        assertThat(project.resolve("target/perfbudget/runs")).doesNotExist();
    }

    @Test
    void failsafe_measures_what_is_named_and_fails_for_a_broken_limit() throws IOException {
        var project = project()
                .plugins(FAILSAFE)
                .testBenchmarks("CopyIT", COPY + TWICE)
                .written();

        var build = maven.run(project, "verify", "-Dit.test=CopyIT");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output()).contains("Tests run: 2, Failures: 1").contains("limit 5 KB");
        assertThat(project.resolve("target/failsafe-reports/TEST-com.acme.CopyIT.xml"))
                .content()
                .contains("<testcase name=\"copy\" classname=\"com.acme.CopyIT\"")
                .contains("<testcase name=\"twice\" classname=\"com.acme.CopyIT\"")
                .contains("com.acme.CopyIT.twice [avgt]: failed: limits 1 broken");
        assertThat(runs(project)).hasSize(1);
    }

    @Test
    void rerunning_failed_tests_does_not_measure_until_they_pass() throws IOException {
        var project = project().testBenchmarks("CopyBench", COPY + TWICE).written();

        var build = maven.run(project, "test", "-Dtest=CopyBench", "-Dsurefire.rerunFailingTestsCount=2");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output()).contains("Tests run: 2, Failures: 1").doesNotContain("Flakes: 1");
        assertThat(runs(project)).hasSize(1);
    }

    @Test
    void benchmarks_in_the_jvm_of_maven_itself_are_measured_too() throws IOException {
        var project = project().testBenchmarks("CopyBench", COPY).written();

        var build = maven.run(project, "test", "-Dtest=CopyBench", "-DforkCount=0");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(runs(project)).hasSize(1);
    }

    private LittleProject project() {
        return LittleProject.in(directory)
                .withoutOurPlugin()
                .withPerfBudgetAndJUnit("5.10.5")
                .budgets("*.allocation = 5 KB\n");
    }

    private static List<Path> runs(Path project) throws IOException {
        try (var runs = Files.list(project.resolve("target/perfbudget/runs"))) {
            return runs.toList();
        }
    }
}
