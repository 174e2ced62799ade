package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordinary tests with a budget in a build. */
final class InPlaceIT {

    private static final String QUICK = "-Dperfbudget.iterationTime=5 ms";

    private final Maven maven = Maven.ofThisBuild();

    @TempDir
    private Path directory;

    @Test
    void they_are_called_once_by_surefire_and_measured_by_our_goal_without_their_neighbours() throws IOException {
        var project = projectWith(
                """
                @Test @PerfBudget(mean = "10 s") void places_an_order(TestInfo info) { }
                @Test void has_no_budget() throws Exception {
                    Files.writeString(Path.of("neighbour"), "called\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
                """);

        var build = maven.run(project, "verify", QUICK);

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .containsPattern("CheckoutTest.places_an_order +mean .* undecided")
                .contains("Tests run: 2, Failures: 0");
        assertThat(Files.readAllLines(project.resolve("neighbour"))).containsExactly("called");
        assertThat(project.resolve("target/perfbudget/runs")).isDirectoryRecursivelyContaining("glob:**/run.json");
    }

    @Test
    void a_broken_budget_fails_the_build_in_verify() {
        var project = projectWith(
                """
                @Test @PerfBudget(median = "10 us") void sleeps() throws Exception { Thread.sleep(1); }
                """);

        var build = maven.run(project, "verify", QUICK);

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output())
                .contains("MojoFailureException", "com.acme.CheckoutTest.sleeps [inPlace]", "this JVM only", "broken");
    }

    @Test
    void one_may_be_selected_by_name_though_it_has_parameters() {
        var project = projectWith(
                """
                @Test @PerfBudget(mean = "10 s") void places_an_order(TestInfo info) { }
                @Test @PerfBudget(mean = "10 s") void cancels_it() { }
                """);

        var build = maven.run(
                project, "verify", QUICK, "-DskipTests=false", "-Dperfbudget.includes=CheckoutTest#places_an_order");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .contains("CheckoutTest.places_an_order [inPlace]")
                .doesNotContain("CheckoutTest.cancels_it [inPlace]");
    }

    @Test
    void what_fails_around_the_operations_fails_the_build_too() {
        var project = projectWith(
                """
                @AfterEach void end() {
                    if (System.getProperty("surefire.test.class.path") == null) throw new IllegalStateException("no end");
                }
                @Test @PerfBudget(mean = "10 s") void places_an_order() { }
                """);

        var build = maven.run(project, "verify", QUICK);

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output())
                .contains("The test [places_an_order()] of [com.acme.CheckoutTest] failed")
                .contains("no end");
    }

    @Test
    void surefire_measures_what_is_selected() {
        var project = projectWith(
                """
                @Test @PerfBudget(median = "10 us") void sleeps() throws Exception { Thread.sleep(1); }
                """);

        var build = maven.run(project, "test", QUICK, "-Dtest=CheckoutTest", "-Dsurefire.rerunFailingTestsCount=1");

        assertThat(build.exitCode()).as(build.output()).isOne();
        assertThat(build.output())
                .contains("CheckoutTest.sleeps", "this JVM only")
                .doesNotContain("Flakes: 1");
    }

    private Path projectWith(String members) {
        return LittleProject.in(directory)
                .withPerfBudgetAndJUnit("5.10.5")
                .file(
                        "src/test/java/com/acme/CheckoutTest.java",
                        """
                        package com.acme;

                        import dev.perfbudget.api.PerfBudget;
                        import java.nio.file.*;
                        import org.junit.jupiter.api.*;

                        class CheckoutTest {

                            %s
                        }
                        """
                                .formatted(members))
                .written();
    }
}
