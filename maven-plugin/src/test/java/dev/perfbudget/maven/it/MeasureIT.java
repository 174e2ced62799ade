package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn verify} says of budgets. */
final class MeasureIT {

    private static final String COPY = "@Benchmark public int[] copy() { return numbers.clone(); }\n";
    private static final String SUM =
            "@Benchmark public int sum() { int sum = 0; for (int n : numbers) sum += n; return sum; }\n";

    private static final String BAD = "@Benchmark public int bad() { throw new IllegalStateException(\"no luck\"); }\n";

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    @Test
    void a_held_budget_of_an_annotated_benchmark_passes_with_table_and_report() {
        var project = LittleProject.in(directory)
                .withPerfBudgetAndJUnit("5.10.5")
                .testBenchmarks("CopyBench", "@dev.perfbudget.api.PerfBudget(allocation = \"5 KB\")\n" + COPY)
                .written();

        var build = maven.run(project, "verify");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .contains("called once, not measured")
                .containsPattern("CopyBench.copy +allocation +3\\.92\\d* KB +\\w+ +<= 5 KB +held")
                .contains("Report: " + project.resolve("target/perfbudget/report/index.html"));
        assertThat(project.resolve("target/perfbudget/report/index.html"))
                .content()
                .contains("CopyBench.copy");
        assertThat(project.resolve("target/perfbudget/runs")).isDirectoryRecursivelyContaining("glob:**/verdict.json");
    }

    @Test
    void a_plain_jmh_suite_without_any_junit_is_adopted_by_plugin_and_budget_file_alone() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", SUM + COPY)
                .budgets("com.acme.SumBench.sum.allocation = 1 KB\ncom.acme.SumBench.copy.allocation = 5 KB\n")
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .containsPattern("SumBench.copy +allocation .* held")
                .containsPattern("SumBench.sum +allocation .* held")
                .doesNotContain("called once");
    }

    @Test
    void a_broken_budget_fails_with_a_message_to_act_on() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", SUM + COPY)
                .budgets("com.acme.SumBench.*.allocation = 2 KB\n")
                .written();
        var page = directory.resolve("page.md");
        var github = maven.with(Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_WORKSPACE", project.toString(),
                "GITHUB_STEP_SUMMARY", page.toString()));

        var build = github.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build))
                .contains("com.acme.SumBench.copy")
                .containsPattern("allocation is 3\\.92\\d* KB .*, limit 2 KB")
                .contains("perfbudget/budgets.properties:1")
                .contains("broken, grade")
                .contains("mvn verify -Dperfbudget.includes=com.acme.SumBench.copy")
                .contains(project.resolve("target/perfbudget/report/index.html").toString())
                .contains("MojoFailureException")
                .doesNotContain("SumBench.sum");
        assertThat(project.resolve("target/perfbudget/junit/TEST-com.acme.SumBench.xml"))
                .content()
                .contains("tests=\"2\"", "failures=\"1\"", "limit 2 KB");
        assertThat(project.resolve("target/perfbudget/summary.md"))
                .content()
                .startsWith("**FAILED: 2 benchmarks (1 failed, 1 passed)")
                .contains("| SumBench.copy |", "**broken");
        assertThat(page).hasSameTextualContentAs(project.resolve("target/perfbudget/summary.md"));
        assertThat(project.resolve("target/perfbudget/comment.md")).content().startsWith("<!-- perfbudget:com.acme:");
        assertThat(build.output().lines())
                .filteredOn(line -> line.startsWith("::"))
                .singleElement()
                .asString()
                .matches("::error file=src/main/java/com/acme/SumBench\\.java,line=\\d+,title=PerfBudget%3A"
                        + " SumBench\\.copy::com\\.acme\\.SumBench\\.copy \\[avgt]: failed: .*limit 2 KB.*");
    }

    @Test
    void a_broken_budget_does_not_fail_where_that_is_switched_off() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", COPY)
                .configuration("<failOn>never</failOn><settings><allocation>2 KB</allocation></settings>")
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .contains("perfbudget.failOn=never")
                .contains("BROKEN")
                .contains("pom.xml");
    }

    @Test
    void the_command_line_wins_over_the_pom() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", SUM + COPY)
                .configuration(
                        "<failOn>never</failOn><mode>off</mode><skip>true</skip><includes>SumBench#sum</includes>"
                                + "<runId>pom</runId><output>${project.build.directory}/pom</output>")
                .budgets("*.allocation = 2 KB\n")
                .written();

        var build = maven.run(
                project,
                "verify",
                "-Dperfbudget.failOn=verdict",
                "-Dperfbudget.mode=measure",
                "-Dperfbudget.skip=false",
                "-Dperfbudget.includes=SumBench#copy",
                "-Dperfbudget.runId=mine",
                "-Dperfbudget.output=target/mine");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build)).contains("MojoFailureException").contains("com.acme.SumBench.copy");
        assertThat(build.output()).doesNotContain("SumBench.sum");
        assertThat(project.resolve("target/mine/runs")).isDirectoryContaining("glob:**/mine-*");
    }

    @Test
    void a_misspelt_mode_fails_at_once_with_all_else_that_is_wrong() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", SUM)
                .configuration("<failOn>nothing</failOn>")
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=smokey", "-Dperfbudget.froks=3");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build))
                .contains(":smoke")
                .contains("-Dperfbudget.mode: [smokey] is not one of [measure, smoke, off]")
                .contains("perfbudget.froks");
        assertThat(build.output()).doesNotContain("called once");
    }

    @Test
    void only_included_benchmarks_are_measured() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", SUM + COPY)
                .benchmarks("OtherBench", SUM)
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure", "-Dperfbudget.includes=SumBench#copy");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("SumBench.copy").doesNotContain("SumBench.sum", "OtherBench");
    }

    @Test
    void includes_that_match_nothing_fail() {
        var project = LittleProject.in(directory).benchmarks("SumBench", SUM).written();

        var build = maven.run(project, "verify", "-Dperfbudget.includes=NoSuchBench");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build)).contains("Nothing was measured").contains("[NoSuchBench]");
    }

    @Test
    void a_wrong_budget_fails_with_all_that_is_wrong() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", SUM)
                .budgets("com.acme.SumBench.sum.mean = 12 parsecs\ncom.acme.SumBench.sum.allocation = much\n")
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build))
                .contains("12 parsecs")
                .contains("much")
                .contains("budgets.properties")
                .contains("MojoExecutionException");
    }

    @Test
    void a_benchmark_that_throws_while_it_is_measured_fails_by_name() {
        var project = LittleProject.in(directory).benchmarks("BadBench", BAD).written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build)).contains("com.acme.BadBench.bad").contains("MojoExecutionException");
        assertThat(build.output()).contains("no luck");
    }

    @Test
    void verify_without_measure_fails_if_there_is_something_to_measure() {
        var project = LittleProject.in(directory).benchmarks("SumBench", SUM).written();

        var build =
                maven.run(project, "test-compile", "dev.perfbudget:perfbudget-maven-plugin:" + version() + ":verify");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build))
                .contains("Nothing was measured in this build")
                .contains("com.acme.SumBench");
    }

    @Test
    void a_run_of_an_earlier_build_is_never_judged() {
        var project = LittleProject.in(directory)
                .benchmarks("CopyBench", COPY)
                .configuration("<runId>same</runId>")
                .written();
        var first = maven.run(project, "verify", "-Dperfbudget.mode=measure");
        assertThat(first.exitCode()).as(first.output()).isZero();

        var second = maven.run(project, "verify", "-Dperfbudget.mode=measure", "-Dperfbudget.allocation=2 KB");

        assertThat(second.exitCode()).as(second.output()).isOne();
        assertThat(failureOf(second)).contains("com.acme.CopyBench.copy").contains("limit 2 KB");
        assertThat(project.resolve("target/perfbudget/runs"))
                .isDirectoryContaining("glob:**/same-*")
                .isDirectoryContaining("glob:**/same-*-2");
    }

    @Test
    void reporting_only_excuses_a_broken_limit_but_not_the_crash_beside_it() {
        var project = LittleProject.in(directory)
                .benchmarks("SumBench", COPY + BAD)
                .configuration("<failOn>never</failOn>")
                .budgets("com.acme.SumBench.copy.allocation = 2 KB\n")
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build))
                .contains("MojoExecutionException")
                .contains("com.acme.SumBench.bad")
                .contains("broken, grade");
    }

    @Test
    void a_class_that_jmh_rejects_takes_nothing_away_from_the_others() {
        var project = LittleProject.in(directory)
                .benchmarks("CopyBench", COPY)
                .benchmarks("PrivateBench", "@Benchmark private int[] mine() { return numbers.clone(); }\n")
                .budgets("com.acme.CopyBench.copy.allocation = 2 KB\n")
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output()).containsPattern("CopyBench.copy +allocation .* BROKEN");
        assertThat(failureOf(build))
                .contains("MojoExecutionException")
                .contains("com.acme.PrivateBench")
                .contains("com.acme.CopyBench.copy")
                .contains("limit 2 KB");
        assertThat(project.resolve("target/perfbudget/report/index.html"))
                .content()
                .contains("CopyBench.copy", "com.acme.PrivateBench");
    }

    @Test
    void groups_that_no_benchmark_has_fail() {
        var project = LittleProject.in(directory)
                .benchmarks("CopyBench", COPY)
                .budgets("*.allocation = 2 KB\n")
                .written();

        var build = maven.run(project, "verify", "-Dperfbudget.mode=measure", "-Dperfbudget.groups=fasst");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(failureOf(build)).contains("Nothing was measured").contains("groups [fasst]");
    }

    static String failureOf(Maven.Build build) {
        var start = build.output().indexOf("[ERROR] Failed to execute goal");
        return start < 0 ? "" : build.output().substring(start);
    }

    private static String version() {
        return System.getProperty("it.version", "");
    }
}
