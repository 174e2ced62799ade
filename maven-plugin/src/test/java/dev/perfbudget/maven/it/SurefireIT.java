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

    private static final String ACCEPT =
            "dev.perfbudget:perfbudget-maven-plugin:" + System.getProperty("it.version", "") + ":accept";

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
    void a_benchmark_that_is_gone_fails_a_run_of_whole_classes_and_not_that_of_a_method() throws IOException {
        var ours = LittleProject.in(directory)
                .withPerfBudgetAndJUnit("5.10.5")
                .testBenchmarks("CopyBench", COPY + TWICE)
                .written();
        var accepted = maven.run(ours, "verify", ACCEPT);
        assertThat(accepted.exitCode()).as(accepted.output()).isZero();
        var project = project().testBenchmarks("CopyBench", COPY).written();

        var whole = maven.run(project, "test", "-Dtest=CopyBench", "-Dsurefire.rerunFailingTestsCount=1");
        assertThat(whole.exitCode()).as(whole.output()).isOne();
        assertThat(whole.output())
                .contains("[com.acme.CopyBench.twice [avgt]] is in the baseline and is not there any more")
                .contains("If that is meant: mvn perfbudget:accept")
                .doesNotContain("Flakes: 1");
        assertThat(runs(project)).hasSize(2);

        var other = project()
                .testBenchmarks("CopyBench", COPY + "@Benchmark public long none() { return 1; }\n")
                .written();
        var picked = maven.run(other, "test", "-Dtest=CopyBench#copy");
        assertThat(picked.exitCode()).as(picked.output()).isZero();
        assertThat(picked.output())
                .contains("[com.acme.CopyBench.twice [avgt]] is in the baseline and is not there any more");
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
