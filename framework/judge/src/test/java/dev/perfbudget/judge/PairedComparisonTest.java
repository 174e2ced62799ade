package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SecondaryScore;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.model.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a run whose forks took turns with those of its baseline. */
class PairedComparisonTest {

    private static final double[] BEFORE = {100, 130, 90, 110, 120};
    private static final double[] ALIKE = {100.4, 129.8, 90.1, 110.2, 119.9};
    private static final double[] SLOWER = {110, 144, 99, 121, 131};

    @Test
    void what_a_block_shares_drops_out_so_few_blocks_tell_that_nothing_changed() {
        var suite =
                judged(List.of(benchmark().forks(ALIKE)), List.of(benchmark().forks(BEFORE)));

        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(suite).verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(suite.notes())
                .anyMatch(note -> note.contains("git:main (a1b2c3d)") && note.contains("-Dperfbudget.seed=7"));
    }

    @Test
    void what_is_slower_fails_once_fresh_blocks_say_the_same() {
        var suite = judged(
                List.of(benchmark().forks(SLOWER).confirmedBy(SLOWER)),
                List.of(benchmark().forks(BEFORE).forks(BEFORE)));

        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(only(suite).verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(only(suite).verdict().compared().orElseThrow().forks().candidate())
                .as("the interval that is printed is that of the fresh blocks")
                .isEqualTo(5);
    }

    @Test
    void blocks_that_were_measured_again_have_no_part_in_it() {
        var suite = judged(
                List.of(benchmark().forks(ALIKE)),
                List.of(benchmark().forks(BEFORE).replaced(100, 900).replaced(100, 1)));
        var plain =
                judged(List.of(benchmark().forks(ALIKE)), List.of(benchmark().forks(BEFORE)));

        assertThat(suite).isEqualTo(plain);
    }

    @Test
    void what_fresh_blocks_do_not_confirm_passes() {
        var suite = judged(
                List.of(benchmark().forks(SLOWER).confirmedBy(ALIKE)),
                List.of(benchmark().forks(BEFORE).forks(BEFORE)));

        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(suite).verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(suite.notes()).anyMatch(note -> note.contains("did not confirm"));
    }

    @Test
    void a_suspect_for_which_no_time_was_left_stays_open_and_says_so() {
        var suite =
                judged(List.of(benchmark().forks(SLOWER)), List.of(benchmark().forks(BEFORE)));

        assertThat(only(suite).verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.notes()).anyMatch(note -> note.contains("stays open"));
    }

    @Test
    void a_suspect_that_stays_open_fails_under_the_policy_that_says_so() {
        var run = Measured.pairedRun(
                List.of(benchmark().forks(SLOWER)), List.of(benchmark().forks(BEFORE)));

        assertThat(new Judge(Policy.FAIL).judge(List.of(run), Baseline.NONE).outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void fresh_blocks_are_wanted_of_suspects_only_at_alpha_over_their_number() {
        var run = Measured.pairedRun(
                List.of(
                        benchmark().forks(SLOWER),
                        benchmark("other").forks(ALIKE),
                        benchmark("third").forks(SLOWER)),
                List.of(
                        benchmark().forks(BEFORE),
                        benchmark("other").forks(BEFORE),
                        benchmark("third").forks(BEFORE)));

        var suspects = Suspects.of(run, Baseline.NONE);

        assertThat(suspects.samples())
                .extracting(sample -> sample.id().benchmark())
                .containsExactlyInAnyOrder("com.acme.JsonBench.parse", "com.acme.JsonBench.third");
        assertThat(suspects.alpha()).isEqualTo(0.005);
    }

    @Test
    void a_benchmark_that_the_baseline_lacks_has_none_and_says_why() {
        var run = Measured.pairedRun(
                benchmark().limit("mean", "1 ms").forks(BEFORE), "does not link: java.lang.NoSuchMethodError: x");

        var suite = judge(run);

        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.benchmarks().get(0).comparison())
                .isInstanceOfSatisfying(Verdict.NoBaseline.class, none -> assertThat(none.lack())
                        .contains("does not link: java.lang.NoSuchMethodError: x"));
        assertThat(Sentences.about(suite.benchmarks().get(0)))
                .contains("no baseline (does not link: java.lang.NoSuchMethodError: x)");
    }

    @Test
    void a_benchmark_of_the_baseline_that_the_candidate_has_no_more_fails_and_can_be_left_out_if_that_is_meant() {
        var run = Measured.withGone(
                Measured.pairedRun(
                        List.of(benchmark().forks(ALIKE)), List.of(benchmark().forks(BEFORE))),
                new BenchmarkId("com.acme.JsonBench.print", BenchmarkMode.AVERAGE_TIME, Map.of()));

        var suite = judge(run);

        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.isUnmeasured()).isTrue();
        assertThat(suite.gone()).singleElement().satisfies(gone -> assertThat(Sentences.about(gone))
                .isEqualTo("com.acme.JsonBench.print mean: invalid: in the baseline and is not there any more (deleted,"
                        + " renamed, or other parameters or mode)"));
        assertThat(Sentences.nextSteps(suite, "accept"))
                .singleElement()
                .asString()
                .startsWith("[com.acme.JsonBench.print] is in the baseline and is not there any more")
                .endsWith("-Dperfbudget.excludes=com.acme.JsonBench.print");
        assertThat(suite.notes()).containsAll(Sentences.nextSteps(suite, "accept"));
    }

    @Test
    void where_the_baseline_has_nothing_of_the_module_nothing_fails_for_that_and_each_benchmark_says_why() {
        var suite =
                judge(Measured.runWithoutBaseline(benchmark().forks(BEFORE), "commit a1b2c3d has no module [shop]"));

        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.notes())
                .contains("Not compared with git:main (a1b2c3d): commit a1b2c3d has no module [shop].");
        assertThat(Sentences.about(suite.benchmarks().get(0)))
                .contains("no baseline (commit a1b2c3d has no module [shop])");
    }

    @Test
    void if_nothing_at_all_could_be_compared_with_a_baseline_that_was_named_that_is_not_green() {
        var suite = judge(Measured.pairedRun(benchmark().forks(BEFORE), "its fork failed: no more coffee"));

        assertThat(suite.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(Sentences.nextSteps(suite, "accept"))
                .singleElement()
                .asString()
                .startsWith("Nothing could be compared with the baseline, so nothing was judged.")
                .contains("no baseline (its fork failed: no more coffee)")
                .doesNotContain("accept");
    }

    @Test
    void a_stored_baseline_is_left_alone() {
        var stored = new Baseline(
                List.of(new Measurements("session", List.of(), Optional.empty(), List.of())), List.<Waiver>of());
        var run = Measured.pairedRun(
                List.of(benchmark().forks(ALIKE)), List.of(benchmark().forks(BEFORE)));

        var suite = new Judge(Policy.WARN).judge(List.of(run), stored);

        assertThat(only(suite).verdict().kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void processor_time_is_compared_as_well_and_decides_nothing() {
        var suite = judged(List.of(withProcessorTime(ALIKE, 2000)), List.of(withProcessorTime(BEFORE, 1000)));

        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(suite).id().metric()).isEqualTo("mean");
        assertThat(suite.benchmarks().get(0).information()).singleElement().satisfies(cpu -> {
            assertThat(cpu.id().metric()).isEqualTo("cpu");
            assertThat(Sentences.change(cpu))
                    .hasValueSatisfying(change -> assertThat(change).contains("slower"));
        });
        assertThat(suite.comparison().orElseThrow().counts().total()).isEqualTo(1);
    }

    @Test
    void methods_of_a_group_are_compared_as_well_and_decide_nothing() {
        var suite = judged(List.of(group(5, 980, 20)), List.of(group(5, 980, 60)));

        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.benchmarks().get(0).information())
                .extracting(method -> method.id().metric() + ": "
                        + Sentences.change(method).orElseThrow().replaceAll(".* (slower|faster)", "$1"))
                .satisfiesExactly(
                        take -> assertThat(take).startsWith("take: ").doesNotContain("slower"),
                        put -> assertThat(put).startsWith("put: slower"));
    }

    /** Of which each fork has the same rates of both methods, and their sum. */
    private static Measured group(int forks, double take, double put) {
        var group = Measured.in(BenchmarkMode.THROUGHPUT, "ops/ms").group("take", "put");
        for (var fork = 0; fork < forks; fork++) {
            var iteration = new Iteration(
                    false,
                    0,
                    Instant.EPOCH,
                    Duration.ofMillis(100),
                    1000 + fork,
                    1000,
                    List.of(
                            new SecondaryScore("take", take + fork, "ops/ms"),
                            new SecondaryScore("put", put + fork, "ops/ms")),
                    List.of(),
                    Map.of());
            group.fork(iteration, iteration);
        }
        return group;
    }

    @Test
    void processor_time_that_only_one_side_has_is_left_out() {
        var without = List.of(withProcessorTime(BEFORE, 0));

        for (var suite : List.of(
                judged(List.of(withProcessorTime(ALIKE, 2000)), without),
                judged(without, List.of(withProcessorTime(ALIKE, 2000))))) {
            assertThat(suite.benchmarks().get(0).information()).isEmpty();
        }
    }

    private static Measured withProcessorTime(double[] scores, double nanosOfOperation) {
        var benchmark = benchmark();
        for (var score : scores) {
            var counters = Map.of("cpu", (long) (nanosOfOperation * score * 10));
            benchmark.fork(Measured.iteration(score, 1000, counters), Measured.iteration(score, 1000, counters));
        }
        return benchmark;
    }

    @Test
    void a_waiver_lets_pass_what_is_not_sure_to_be_slower_than_it_allows() {
        var waiver = waiver("com.acme.JsonBench.parse", 1.15);
        var run = Measured.pairedRun(
                List.of(benchmark().forks(SLOWER)), List.of(benchmark().forks(BEFORE)));

        var suite = judge(run, waiver);

        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(suite).waiver()).contains(waiver);
        assertThat(Suspects.of(run, new Baseline(List.of(), List.of(waiver))).samples())
                .isEmpty();
        assertThat(Suspects.of(run, new Baseline(List.of(), List.of(waiver("*", 1.06))))
                        .samples())
                .hasSize(1);
    }

    @Test
    void a_waiver_for_what_was_perhaps_not_asked_for_is_not_called_useless() {
        var run = Measured.pairedRun(
                List.of(benchmark().forks(ALIKE)), List.of(benchmark().forks(BEFORE)));

        assertThat(judge(run, waiver("com.acme.JsonBench.print", 1.15), waiver("com.acme.*", 1.15))
                        .notes())
                .noneMatch(note -> note.contains("waiver"));
        assertThat(judge(run, waiver("com.acme.JsonBench.parse", 1.15)).notes())
                .anyMatch(note -> note.contains("is needed no more"));
    }

    private static Waiver waiver(String benchmark, double largestRatio) {
        return new Waiver(benchmark, "*", largestRatio, "known", LocalDate.parse("2026-11-21"));
    }

    private static SuiteVerdict judge(Run run, Waiver... waivers) {
        return new Judge(Policy.WARN).judge(List.of(run), new Baseline(List.of(), List.of(waivers)));
    }

    private static Measured benchmark() {
        return Measured.averageTime();
    }

    private static Measured benchmark(String method) {
        return benchmark().method(method);
    }

    private static SuiteVerdict judged(List<Measured> candidates, List<Measured> baselines) {
        return judge(Measured.pairedRun(candidates, baselines));
    }

    private static SampleVerdict only(SuiteVerdict suite) {
        assertThat(suite.benchmarks().get(0).samples()).hasSize(1);
        return suite.benchmarks().get(0).samples().get(0);
    }
}
