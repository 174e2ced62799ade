package dev.perfbudget.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

final class ParametersTest {

    @Test
    void the_command_line_wins_over_a_literal_in_the_pom() {
        var parameters = Builds.parameters(
                Map.of(
                        "perfbudget.failOn", "verdict",
                        "perfbudget.skip", "false",
                        "perfbudget.includes", "One, Two ,",
                        "perfbudget.excludes", ""),
                Map.of(
                        "perfbudget.failOn", "never",
                        "perfbudget.skip", "true",
                        "perfbudget.includes", "Three",
                        "perfbudget.excludes", "Four",
                        "perfbudget.groups", "fast"));

        assertThat(parameters.text("perfbudget.failOn")).isEqualTo("verdict");
        assertThat(parameters.flag("perfbudget.skip")).isFalse();
        assertThat(parameters.list("perfbudget.includes")).containsExactly("One", "Two");
        assertThat(parameters.list("perfbudget.excludes")).isEmpty();
        assertThat(parameters.text("perfbudget.groups")).isEqualTo("fast");
        assertThat(parameters.text("perfbudget.runId")).isEmpty();
    }

    @Test
    void the_test_jvm_gets_what_is_not_read_here_and_keeps_the_difference() {
        var parameters = Builds.parameters(
                Map.of(
                        "perfbudget.forks", "3",
                        "perfbudget.mode", "measure",
                        "perfbudget.baseline", "git:main",
                        "perfbudget.version", "1",
                        "other", "x"),
                Map.of(
                        "perfbudget.forks",
                        "5",
                        "perfbudget.mean",
                        "1 ms",
                        "perfbudget.jvm",
                        "/java",
                        "skipITs",
                        "true"));

        assertThat(parameters.overrides()).isEqualTo(Map.of("perfbudget.forks", "3"));
        assertThat(parameters.defaults()).isEqualTo(Map.of("mean", "1 ms"));
    }

    @Test
    void wrong_parameters_are_told_all_at_once_with_every_other_wrong_setting_and_where_they_stand() {
        var parameters = Builds.parameters(
                Map.of("perfbudget.mode", "offf", "perfbudget.froks", "3"),
                Map.of("perfbudget.failOn", "nothing", "perfbudget.mode", "smokey", "perfbudget.mean", "12 parsecs"));

        assertThatThrownBy(parameters::checked)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("-Dperfbudget.mode: [offf] is not one of [measure, smoke, off].")
                .hasMessageContaining("-Dperfbudget.froks: [perfbudget.froks] is not a setting.")
                .hasMessageContaining("pom.xml (perfbudget.failOn): [nothing] is not one of [verdict, never].")
                .hasMessageContaining("12 parsecs")
                .hasMessageNotContaining("smokey");
    }

    @Test
    void what_only_the_runner_reads_is_left_to_the_runner_who_knows_the_budgets_too() {
        assertThatCode(() -> Builds.parameters(Map.of("perfbudget.froks", "3"), Map.of())
                        .checked())
                .doesNotThrowAnyException();
    }
}
