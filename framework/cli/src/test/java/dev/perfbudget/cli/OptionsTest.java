package dev.perfbudget.cli;

import static dev.perfbudget.cli.Called.json;
import static dev.perfbudget.cli.Called.perfbudget;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of {@code perfbudget compare}. */
class OptionsTest {

    @TempDir
    private Path directory;

    private Path before;
    private Path after;

    @BeforeEach
    void record() {
        before = Recorded.around(60, 1).csv(directory.resolve("a.csv"));
        after = Recorded.around(69, 2).csv(directory.resolve("b.csv"));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        var called = perfbudget(
                "compare",
                before,
                after,
                "--slowdown",
                "--alpha=0",
                "--suite=all",
                "--session-sd=4",
                "--policy=maybe",
                "--format=xml",
                "--seed=x",
                "--metric=",
                "--slowdwn=3%");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .isEqualTo(
                        """
                        [--slowdwn=3%] is no option. Did you mean [--slowdown]?
                        --slowdown: its value is missing, such as [5%].
                        --alpha: [0] is too small, the smallest is [0.000001].
                        --suite: [all] is none of [per-benchmark, holm, bh].
                        --session-sd: [4] without % means 4 times. Did you mean [4%]?
                        --policy: [maybe] is none of [warn, fail].
                        --metric: a name is missing, such as [mean].
                        --format: [xml] is none of [text, json, markdown].
                        --seed: [x] must be a whole number.
                        [perfbudget compare --help] shows all options.
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "-5%", "five", "1e-2", "NaN", "99999999999%", "20000%", "5 percent"})
    void what_is_no_share_is_refused(String text) {
        var called = perfbudget("compare", before, after, "--slowdown=" + text);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).startsWith("--slowdown: [" + text + "] ");
    }

    @Test
    void alpha_leaves_something_to_be_sure_of_and_something_to_share_out() {
        assertThat(perfbudget("compare", before, after, "--alpha=50%").errors())
                .startsWith("--alpha: [50%] is too large, the largest is [0.4].");
        assertThat(perfbudget("compare", before, after, "--alpha=40%").errors()).isEmpty();
        assertThat(perfbudget("compare", before, after, "--alpha=0.0000001").errors())
                .startsWith("--alpha: [0.0000001] is too small, the smallest is [0.000001].");
        assertThat(perfbudget("compare", before, after, "--alpha=0.000001", "--suite=holm")
                        .errors())
                .isEmpty();
    }

    @Test
    void an_option_that_is_given_twice_is_refused() {
        assertThat(perfbudget("compare", before, after, "--alpha=1%", "--alpha=2%")
                        .errors())
                .startsWith("--alpha: given 2 times, [1%, 2%]. Give it once.");
    }

    @ParameterizedTest
    @CsvSource({
        "5%, REGRESSED, 1", // about 15 per cent slower
        "0.05, REGRESSED, 1",
        "30%, UNCHANGED, 0",
        "10%, INCONCLUSIVE, 0"
    })
    void slowdown_is_the_threshold(String slowdown, String verdict, int code) {
        var called = json(before, after, "--slowdown=" + slowdown);
        assertThat(called.verdict("mean").path("verdict").asString()).isEqualTo(verdict);
        assertThat(called.code()).isEqualTo(code);
    }

    @Test
    void alpha_is_how_sure_a_finding_is() {
        assertThat(json(before, after, "--alpha=0.1")
                        .verdict("mean")
                        .path("level")
                        .asDouble())
                .isEqualTo(0.8);
        assertThat(json(before, after).verdict("mean").path("level").asDouble()).isEqualTo(0.98);
    }

    @Test
    void suite_says_what_alpha_speaks_of() {
        var two = Recorded.write(directory.resolve("two.json"), two(60, 60));
        var slower = Recorded.write(directory.resolve("slower.json"), two(60.5, 90));
        var each = json(two, slower).tree().path("benchmarks").path(1);
        var holm = json(two, slower, "--suite=holm").tree().path("benchmarks").path(1);
        assertThat(each.path("alpha").asDouble()).isEqualTo(0.01);
        assertThat(holm.path("alpha").asDouble()).isEqualTo(0.005);
        assertThat(json(two, slower, "--suite=bh").code()).isEqualTo(1);
    }

    private static String two(double one, double other) {
        return "[" + Recorded.around(one, 3).jmhResult("a.B.one", "avgt", "us/op") + ","
                + Recorded.around(other, 4).jmhResult("a.B.other", "avgt", "us/op") + "]";
    }

    @Test
    void session_sd_is_how_far_sessions_are_apart() {
        var assumed = perfbudget("compare", before, after, "--format=json").verdict("mean");
        var none = json(before, after).verdict("mean");
        assertThat(assumed.path("lower").asDouble())
                .isLessThan(none.path("lower").asDouble());
        assertThat(assumed.path("reason").asString()).contains("sessions are assumed to differ by 3 %");
        assertThat(none.path("reason").asString()).doesNotContain("sessions");
    }

    @Test
    void policy_says_what_becomes_of_what_is_inconclusive() {
        var called = json(before, after, "--slowdown=10%", "--policy=fail");
        assertThat(called.code()).isEqualTo(3);
        assertThat(called.tree().path("outcome").asString()).isEqualTo("INCONCLUSIVE");
    }

    @Test
    void metric_chooses_and_a_name_that_fits_nothing_is_refused_with_those_that_there_are() {
        assertThat(json(before, after, "--metric=mean").code()).isEqualTo(1);
        var called = json(before, after, "--metric", "mean,latency");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).isEqualTo("--metric: no file has [latency]. There are [mean].\n");
    }

    @Test
    void a_seed_changes_nothing() {
        assertThat(json(before, after, "--seed=1").output())
                .isEqualTo(json(before, after, "--seed=2").output());
    }

    @Test
    void two_sides_are_needed() {
        var called = perfbudget("compare", before);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).startsWith("Two sides are needed, found [" + before + "].");
        assertThat(perfbudget("compare", before, after, after).code()).isEqualTo(2);
        assertThat(perfbudget("compare", "--baseline", before, "--candidate").code())
                .isEqualTo(2);
        assertThat(perfbudget("compare", before, after, "--pairs=x").errors())
                .startsWith("--pairs names all files: give no other file beside it");
        assertThat(perfbudget("compare", "--baseline", before, before, "--candidate", after)
                        .errors())
                .startsWith("--baseline: [" + before + "] is named twice.");
    }

    @Test
    void a_command_is_needed() {
        var called = perfbudget();
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors())
                .isEqualTo(
                        """
                        A command is missing. The one to start with is [compare].
                        [perfbudget --help] shows what there is.
                        """);
        assertThat(perfbudget("compar", before, after).errors()).contains("compare");
    }

    @Test
    void a_stack_trace_is_printed_only_when_it_is_asked_for() {
        var missing = directory.resolve("missing.csv");
        assertThat(perfbudget("compare", before, missing).errors()).isEqualTo("[" + missing + "] does not exist.\n");
        assertThat(perfbudget("compare", before, missing, "--debug").errors())
                .startsWith("[" + missing + "] does not exist.\n")
                .contains("\tat dev.perfbudget.cli.");
    }

    @Test
    void help_version_and_completion_are_there() {
        var help = perfbudget("compare", "--help");
        assertThat(help.code()).isZero();
        assertThat(help.errors()).isEmpty();
        assertThat(help.output())
                .contains("perfbudget compare BASELINE CANDIDATE", "--slowdown=SHARE", "Default: 5%\n", "Exit codes:")
                .doesNotContain("\u001b");
        assertThat(perfbudget("--version").output()).startsWith("perfbudget 0.").contains("Java ");
        assertThat(perfbudget("generate-completion").output())
                .startsWith("#!/usr/bin/env bash")
                .contains("markdown");
        assertThat(perfbudget("help", "compare").output()).isEqualTo(help.output());
    }
}
