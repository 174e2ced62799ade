package dev.perfbudget.cli;

import static dev.perfbudget.cli.Called.json;
import static dev.perfbudget.cli.Called.perfbudget;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files make a side, and what must be alike on both. */
class SidesTest {

    private static final Recorded BEFORE = Recorded.around(60, 1);
    private static final Recorded AFTER = Recorded.around(60, 2);

    @TempDir
    private Path directory;

    @Test
    void several_files_of_a_side_are_its_sessions_whatever_kind_they_are_of() {
        var called = json(
                "--baseline",
                BEFORE.jmh(directory.resolve("a.json")),
                Recorded.around(60, 3).csv(directory.resolve("b.csv")),
                Recorded.around(60, 4).run(directory),
                "--candidate",
                AFTER.jmh(directory.resolve("c.json")));
        var verdict = called.verdict("mean");
        assertThat(verdict.path("sessions").path("baseline").asInt()).isEqualTo(3);
        assertThat(verdict.path("sessions").path("candidate").asInt()).isEqualTo(1);
        assertThat(verdict.path("forks").path("baseline").asInt()).isEqualTo(15);
        assertThat(verdict.path("mode").asString()).isEqualTo("avgt");
    }

    @Test
    void a_file_beside_one_option_is_the_other_side() {
        var before = Recorded.around(60, 1).csv(directory.resolve("before.csv"));
        var after = Recorded.around(69, 2).csv(directory.resolve("after.csv"));
        var positional = perfbudget("compare", before, after, "--format=json");
        assertThat(perfbudget("compare", after, "--format=json", "--baseline", before)
                        .output())
                .isEqualTo(positional.output());
        assertThat(perfbudget("compare", before, "--format=json", "--candidate", after)
                        .output())
                .isEqualTo(positional.output());
    }

    @Test
    void a_column_of_csv_tells_sessions_apart() {
        var text =
                """
                benchmark,params,metric,unit,fork,iteration,value,session
                a.B.c,,mean,ns,0,0,5,one
                a.B.c,,mean,ns,0,0,6,two
                """;
        var file = Recorded.write(directory.resolve("a.csv"), text);
        assertThat(json(file, file)
                        .verdict("mean")
                        .path("sessions")
                        .path("baseline")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void of_a_baseline_with_several_environments_the_candidates_is_compared_and_that_is_said() {
        var baseline = Recorded.baseline(
                directory.resolve("baseline.json"),
                Recorded.environment("slow", Recorded.around(600, 5)),
                Recorded.environment("x", BEFORE, Recorded.around(60, 6)));
        var called = json(baseline, AFTER.run(directory));
        assertThat(called.verdict("mean").path("verdict").asString()).isEqualTo("UNCHANGED");
        assertThat(called.verdict("mean").path("sessions").path("baseline").asInt())
                .isEqualTo(2);
        assertThat(called.output())
                .contains("[" + baseline + "] has 3 sessions of 2 environments: compared are the 2 of the candidate's"
                        + " environment.");
    }

    @Test
    void a_candidate_of_an_environment_that_the_baseline_does_not_have_is_not_compared_and_the_difference_named() {
        var baseline = Recorded.baseline(
                directory.resolve("baseline.json"),
                Recorded.environment("slow", BEFORE),
                Recorded.environment("slower", BEFORE));
        var called = json(baseline, AFTER.run(directory));
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.verdict("mean").path("reason").asString())
                .isEqualTo("not comparable: cpu.model is [slow] in the baseline and [x] in the candidate");
        assertThat(called.output())
                .contains("compared is the one of the environment that is most like the candidate's.");
    }

    @Test
    void a_named_file_is_never_left_out_because_of_its_environment() {
        var called = json(
                "--baseline",
                BEFORE.run(directory.resolve("a")),
                BEFORE.run(directory.resolve("b"), Map.of("cpu.model", "y")),
                "--candidate",
                AFTER.run(directory.resolve("c")));
        assertThat(called.verdict("mean").path("reason").asString())
                .isEqualTo("not comparable: cpu.model is [x, y] in the baseline and [x] in the candidate");
    }

    @Test
    void where_no_file_tells_the_environment_that_is_said() {
        var file = BEFORE.csv(directory.resolve("a.csv"));
        assertThat(json(file, file).output())
                .contains("Nothing is known of the environment of [" + file
                        + "]: it was taken to be that of the other side.");
    }

    @Test
    void blocks_are_pairs_of_forks_by_number() {
        var called = json("--paired", BEFORE.csv(directory.resolve("a.csv")), AFTER.csv(directory.resolve("b.csv")));
        assertThat(called.verdict("mean").has("pPaired")).isTrue();
        assertThat(called.verdict("mean").has("pSignedRank")).isTrue();
        assertThat(called.verdict("mean").has("pWelch")).isFalse();
    }

    @Test
    void blocks_without_a_partner_are_not_left_out() {
        var called = json(
                "--paired",
                BEFORE.csv(directory.resolve("a.csv")),
                Recorded.around(60, 7, 4).csv(directory.resolve("b.csv")));
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.verdict("mean").path("reason").asString())
                .isEqualTo(
                        "blocks need as many forks on both sides, not [5] and [4]: if they did not take turns, leave --paired out");
    }

    @Test
    void a_benchmark_that_the_candidate_lacks_is_named_with_files_and_cure() {
        var both = Recorded.write(
                directory.resolve("a.json"),
                "[" + BEFORE.jmhResult("a.B.gone", "avgt", "us/op") + ","
                        + BEFORE.jmhResult(Recorded.BENCHMARK, "avgt", "us/op") + "]");
        var one = AFTER.jmh(directory.resolve("b.json"));
        var called = json(both, one);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors())
                .isEqualTo("[" + one + "] lacks [a.B.gone{size=10} mean], which [" + both + "] has.\n"
                        + "What is missing counts as failed: measure it again, or take it out of the baseline if it is"
                        + " gone for good.\n");
        assertThat(called.tree().path("counts").path("invalid").asInt()).isEqualTo(1);
        assertThat(called.tree().path("counts").path("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void a_benchmark_that_only_the_candidate_has_is_named_and_passes() {
        var both = Recorded.write(
                directory.resolve("a.json"),
                "[" + BEFORE.jmhResult("a.B.fresh", "avgt", "us/op") + ","
                        + BEFORE.jmhResult(Recorded.BENCHMARK, "avgt", "us/op") + "]");
        var called = json(AFTER.jmh(directory.resolve("b.json")), both);
        assertThat(called.code()).isZero();
        assertThat(called.tree().path("counts").path("noBaseline").asInt()).isEqualTo(1);
    }

    @Test
    void a_benchmark_that_a_session_of_the_candidate_lacks_is_refused() {
        var called = json(
                "--baseline",
                BEFORE.csv(directory.resolve("a.csv")),
                "--candidate",
                AFTER.csv(directory.resolve("b.csv")),
                AFTER.csv(directory.resolve("c.csv"), "a.B.other"));
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .contains("[com.acme.JsonBench.parse{size=10} mean] is not in [" + directory.resolve("c.csv") + "],"
                        + " but in other sessions of the same side. Measure it there as well");
    }

    @Test
    void a_benchmark_that_an_older_session_of_the_baseline_lacks_is_named() {
        var called = json(
                "--baseline",
                BEFORE.csv(directory.resolve("a.csv")),
                Recorded.write(
                        directory.resolve("c.csv"),
                        """
                        benchmark,params,metric,unit,fork,iteration,value
                        com.acme.JsonBench.parse,size=10,allocation,B,0,0,16
                        """),
                "--candidate",
                AFTER.csv(directory.resolve("b.csv")),
                "--metric=mean");
        assertThat(called.code()).isZero();
        assertThat(called.output())
                .contains("[com.acme.JsonBench.parse{size=10} mean] is not in [" + directory.resolve("c.csv") + "]");
    }

    @Test
    void a_benchmark_in_different_modes_is_refused() {
        var time = BEFORE.jmh(directory.resolve("a.json"));
        var rate = Recorded.write(
                directory.resolve("b.json"), "[" + AFTER.jmhResult(Recorded.BENCHMARK, "thrpt", "ops/s") + "]");
        var called = json(time, rate);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .isEqualTo("[com.acme.JsonBench.parse{size=10}] was measured in mode [avgt] in [" + time
                        + "] and in mode [thrpt] in [" + rate + "]: measure both in one mode.\n");
    }

    @Test
    void a_file_is_one_session_however_often_it_is_named() {
        var file = BEFORE.csv(directory.resolve("a.csv"));
        var called = perfbudget("compare", "--baseline", file, directory.resolve("x/../a.csv"), "--candidate", file);
        assertThat(called.code()).isEqualTo(2);
    }
}
