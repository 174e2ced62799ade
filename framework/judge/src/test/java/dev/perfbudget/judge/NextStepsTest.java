package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What to do where the comparison with the stored baseline lets a build fail. */
class NextStepsTest {

    private static final String ACCEPT = "mvn perfbudget:accept -pl :shop";
    private static final double[] AS_BEFORE = {100, 101, 99, 100, 102};
    private static final double[] TWICE = {200, 201, 199, 200, 202};

    @Test
    void where_all_is_well_there_is_nothing_to_do() {
        var suite = judge(run(parse().forks(AS_BEFORE)), run(parse().forks(AS_BEFORE)));

        assertThat(Sentences.nextSteps(suite, ACCEPT)).isEmpty();
    }

    @Test
    void what_regressed_can_be_mended_accepted_or_waived() {
        var suite = judge(run(parse().forks(AS_BEFORE)), run(parse().forks(TWICE)));

        assertThat(Sentences.nextSteps(suite, ACCEPT))
                .containsExactly("What regressed: mend it, or accept it as the new baseline"
                        + " (mvn perfbudget:accept -pl :shop), or waive it in perfbudget/waivers.json.");
    }

    @Test
    void where_nothing_can_be_compared_each_sample_says_why_and_the_run_was_measured_all_the_same() {
        var suite = judge(
                run(parse().workload("a1").forks(AS_BEFORE)),
                run(parse().workload("b2").forks(AS_BEFORE)));

        assertThat(suite.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(suite.isUnmeasured()).isFalse();
        var steps = Sentences.nextSteps(suite, ACCEPT);
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0)).startsWith("com.acme.JsonBench.parse mean: invalid: not comparable: ");
        assertThat(steps.get(1))
                .isEqualTo("Nothing could be compared with the baseline, so nothing was judged. To take this run as the"
                        + " new baseline: mvn perfbudget:accept -pl :shop");
    }

    @Test
    void each_benchmark_that_is_gone_is_named_once_whatever_it_had() {
        var gone = new BenchmarkId("com.acme.JsonBench.print", BenchmarkMode.AVERAGE_TIME, Map.of());
        var suite = judge(
                run(
                        parse().forks(AS_BEFORE),
                        Measured.averageTime().method("print").forks(AS_BEFORE)),
                run(List.of(gone), parse().forks(AS_BEFORE)));

        assertThat(suite.isUnmeasured()).isTrue();
        assertThat(Sentences.nextSteps(suite, ACCEPT))
                .containsExactly("[com.acme.JsonBench.print [avgt]] is in the baseline and is not there any more"
                        + " (deleted, renamed, or other parameters or mode). If that is meant:"
                        + " mvn perfbudget:accept -pl :shop");
    }

    @Test
    void only_what_no_benchmark_fails_for_speaks_against_the_suite_by_itself() {
        var gone = new BenchmarkId("com.acme.JsonBench.print", BenchmarkMode.AVERAGE_TIME, Map.of());
        var suite = judge(
                run(
                        parse().forks(AS_BEFORE),
                        Measured.averageTime().method("print").forks(AS_BEFORE)),
                run(List.of(gone), parse().forks(TWICE)));

        assertThat(Sentences.nextSteps(suite, ACCEPT)).hasSize(2);
        assertThat(Sentences.besideBenchmarks(suite, ACCEPT))
                .singleElement()
                .asString()
                .startsWith("[com.acme.JsonBench.print [avgt]] is in the baseline");
    }

    @Test
    void only_what_was_compared_with_accepted_sessions_can_be_accepted_and_not_with_what_was_measured_in_blocks() {
        var inBlocks = judge(
                run(),
                Measured.pairedRun(
                        List.of(parse().forks(TWICE).confirmedBy(TWICE)),
                        List.of(parse().forks(AS_BEFORE).forks(AS_BEFORE))));
        var stored = judge(run(test().forks(AS_BEFORE)), run(test().forks(TWICE)));

        assertThat(Sentences.nextSteps(inBlocks, ACCEPT))
                .containsExactly("What regressed: mend it, or waive it in perfbudget/waivers.json.");
        for (var suites : List.of(List.of(inBlocks, stored), List.of(stored, inBlocks))) {
            assertThat(Sentences.nextSteps(SuiteVerdict.together(suites), ACCEPT))
                    .containsExactly("What regressed: mend it, or accept what was compared with accepted sessions"
                            + " (mvn perfbudget:accept -pl :shop after a build without perfbudget.baseline), or waive"
                            + " it in perfbudget/waivers.json.");
        }
    }

    @Test
    void of_two_runs_of_which_one_could_not_be_compared_it_is_not_said_that_nothing_was_judged_at_all() {
        var unlinked = judge(run(), Measured.pairedRun(parse().forks(AS_BEFORE), "does not link: x"));
        var stored = judge(run(test().forks(AS_BEFORE)), run(test().forks(AS_BEFORE)));

        assertThat(Sentences.nextSteps(SuiteVerdict.together(List.of(unlinked, stored)), ACCEPT))
                .singleElement()
                .asString()
                .startsWith("In one run nothing could be compared with the baseline, so nothing of it was judged."
                        + " com.acme.JsonBench.parse [avgt]: ")
                .contains("does not link: x");
    }

    @Test
    void an_undecided_limit_in_blocks_is_not_told_of_forks_which_have_no_effect_there() {
        var suite = judge(
                run(),
                Measured.pairedRun(
                        List.of(parse().limit("mean", "100 us").forks(AS_BEFORE)), List.of(parse().forks(AS_BEFORE))));

        assertThat(Sentences.about(suite.benchmarks().get(0)))
                .contains("undecided", "-Dperfbudget.policy=extend")
                .doesNotContain("perfbudget.forks");
    }

    /** Measured in the test's own JVM, which has no other side. */
    private static Measured test() {
        return Measured.in(BenchmarkMode.IN_PLACE, "us/op").method("print");
    }

    private static Measured parse() {
        return Measured.averageTime();
    }

    private static Run run(Measured... benchmarks) {
        return run(List.of(), benchmarks);
    }

    private static Run run(List<BenchmarkId> gone, Measured... benchmarks) {
        return ChangedRun.of(Measured.run(benchmarks))
                .in(Map.of("cpu.model", "x"))
                .gone(gone)
                .run();
    }

    private static SuiteVerdict judge(Run before, Run now) {
        Measurements session = RunMeasurements.of(before, "baseline");
        return new Judge(Policy.WARN).judge(List.of(now), new Baseline(List.of(session), List.of()));
    }
}
