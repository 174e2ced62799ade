package dev.perfbudget.judge;

import static dev.perfbudget.judge.Measured.averageTime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.ForkFailure.Kind;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table "Outcomes": what becomes of a suite, and what a process ends with. */
class OutcomesTest {

    private static Measured held() {
        return averageTime().limit("mean", "200 us").forks(100, 100, 101, 100, 100);
    }

    private static Measured broken() {
        return averageTime().limit("mean", "50 us").forks(100, 100, 101, 100, 100);
    }

    private static Measured undecided() {
        return averageTime().limit("mean", "101 us").forks(100, 105, 95, 100, 100);
    }

    private static Measured unlimited() {
        return averageTime().forks(100, 100, 101, 100, 100);
    }

    @Test
    void limits_that_hold_pass() {
        var suite = judge(Policy.WARN, held(), unlimited());
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.exitStatus().code()).isZero();
        assertThat(Sentences.about(suite))
                .isEqualTo("PASSED: 2 benchmarks (2 passed), limits: 1 held, compared: none (2 without a baseline)");
    }

    @Test
    void a_comparison_of_nothing_counts_nothing() {
        var judged = judge(Policy.WARN, held());
        var nothing = new SuiteComparison(ComparisonRules.PAIRED, List.of(), Optional.empty());
        var suite = new SuiteVerdict(
                judged.outcome(), judged.policy(), judged.benchmarks(), Optional.of(nothing), List.of());

        assertThat(Sentences.about(suite)).contains("limits: 1 held, compared: none (1 without a baseline)");
    }

    @Test
    void a_broken_limit_fails() {
        var suite = judge(Policy.WARN, held(), broken());
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.exitStatus()).isEqualTo(ExitStatus.BROKEN);
        assertThat(suite.exitStatus().code()).isEqualTo(1);
        assertThat(Sentences.about(suite)).contains("limits: 1 broken, 1 held (compliance 50 %), compared");
    }

    @Test
    void an_undecided_limit_passes_and_says_so_unless_the_policy_is_fail() {
        for (var policy : List.of(Policy.WARN, Policy.EXTEND)) {
            var suite = judge(policy, undecided());
            assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(Sentences.about(suite)).contains("limits: 1 undecided");
        }
        var strict = judge(Policy.FAIL, held(), undecided());
        assertThat(strict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(strict.exitStatus().code()).isEqualTo(3);
    }

    @Test
    void an_undecided_limit_says_what_would_decide_it() {
        assertThat(Sentences.about(undecided().benchmarkVerdict(Policy.WARN)))
                .isEqualTo(
                        """
                        com.acme.JsonBench.parse [avgt]: passed: limits 1 undecided
                          mean is 99.9 us (99 % sure only that it is below 106 us, 5 forks), limit 101 us (@PerfBudget on JsonBench.parse): undecided, grade C
                          To decide, measure more forks (-Dperfbudget.forks=10) or set the limit further from what is measured.""");
    }

    @Test
    void a_crashed_fork_fails_even_if_the_others_keep_every_limit() {
        var suite = judge(Policy.WARN, held().failure(Kind.THREW, "java.lang.IllegalStateException: no"));
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.exitStatus().code()).isEqualTo(2);
        assertThat(Sentences.about(suite))
                .isEqualTo("FAILED: 1 benchmark (1 failed), limits: 1 held, compared: none (1 without a baseline)");
        assertThat(Sentences.about(suite.benchmarks().get(0)))
                .isEqualTo(
                        """
                        com.acme.JsonBench.parse [avgt]: failed: limits 1 held
                          mean is 100 us (99 % sure it is below 101 us, 5 forks), limit 200 us (@PerfBudget on JsonBench.parse): held, grade A
                          fork 6: java.lang.IllegalStateException: no""");
    }

    @Test
    void forks_that_were_not_reached_are_said_but_fail_only_if_none_was() {
        var shortened = averageTime()
                .limit("mean", "200 us")
                .forks(100, 100, 101)
                .failure(Kind.NOT_REACHED, "not reached within 10 min")
                .failure(Kind.NOT_REACHED, "not reached within 10 min");
        var passed = judge(Policy.WARN, shortened);
        assertThat(passed.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(Sentences.about(passed.benchmarks().get(0)))
                .contains("passed: limits 1 held; 3 of 5 forks finished", "fork 4: not reached within 10 min");

        var never = judge(Policy.WARN, averageTime().failure(Kind.NOT_REACHED, "not reached within 10 min"));
        assertThat(never.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(never.exitStatus().code()).isEqualTo(2);
    }

    @Test
    void a_benchmark_without_a_result_is_never_green() {
        var suite = judge(Policy.WARN, held(), averageTime().limit("mean", "1 s"));
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.exitStatus().code()).isEqualTo(2);
        assertThat(Sentences.about(suite.benchmarks().get(1)))
                .isEqualTo(
                        """
                        com.acme.JsonBench.parse [avgt]: failed: limits 1 not measured; 0 of 5 forks finished
                          mean was not measured (no fork finished), limit 1 s (@PerfBudget on JsonBench.parse): not judged, which counts as a failure""");
    }

    @Test
    void a_broken_limit_beside_a_crash_ends_as_a_broken_limit() {
        var suite = judge(Policy.WARN, broken(), averageTime().failure(Kind.DIED, "exit 1"));
        assertThat(suite.exitStatus()).isEqualTo(ExitStatus.BROKEN);
        assertThat(suite.isUnmeasured())
                .as("whoever forgives broken limits does not forgive crashes")
                .isTrue();
        assertThat(judge(Policy.WARN, broken()).isUnmeasured()).isFalse();
    }

    @Test
    void what_is_in_no_run_fails_with_a_note_whatever_else_passes() {
        var suite = judge(Policy.WARN, held());
        assertThat(suite.without(List.of())).isEqualTo(suite);

        var lacking = suite.without(List.of("JMH cannot run the benchmarks of [Hidden]"));
        assertThat(lacking.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(lacking.exitStatus()).isEqualTo(ExitStatus.UNMEASURED);
        assertThat(lacking.notes()).endsWith("JMH cannot run the benchmarks of [Hidden]");
    }

    @Test
    void nothing_measured_at_all_is_invalid() {
        for (var suite : List.of(judge(Policy.WARN), new Judge(Policy.WARN).judge(List.of()))) {
            assertThat(suite.outcome()).isEqualTo(Outcome.INVALID);
            assertThat(suite.exitStatus().code()).isEqualTo(2);
            assertThat(Sentences.about(suite)).isEqualTo("INVALID: no benchmark was measured, so nothing was judged");
        }
    }

    @Test
    void a_threshold_without_a_baseline_passes_and_says_so() {
        var verdict = unlimited().limit("slowdown", "5%").benchmarkVerdict(Policy.FAIL);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(Sentences.about(verdict))
                .isEqualTo(
                        """
                        com.acme.JsonBench.parse [avgt]: passed: measured, no limits to hold
                          no baseline: the threshold slowdown 5% (@PerfBudget on JsonBench.parse) was not judged""");
    }

    @Test
    void runs_of_several_modules_are_one_suite() {
        var suite = new Judge(Policy.WARN).judge(List.of(held().run(), broken().run()));
        assertThat(suite.counts().benchmarks()).isEqualTo(2);
        assertThat(suite.counts().limitsBroken()).isEqualTo(1);
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void runs_with_policies_of_their_own_keep_them_together() {
        var strict = judge(Policy.FAIL, undecided());
        var lax = judge(Policy.WARN, held());
        var together = SuiteVerdict.together(List.of(lax, strict));
        assertThat(strict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(together.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(together.policy()).isEqualTo(Policy.FAIL);
        assertThat(together.counts().benchmarks()).isEqualTo(2);
        assertThat(SuiteVerdict.together(List.of(lax))).isSameAs(lax);
    }

    @Test
    void a_run_of_which_nothing_was_judged_is_not_hidden_by_another_that_passed() {
        var linked = judge(Policy.WARN, held());
        var unlinked = new Judge(Policy.WARN).judge(List.of(Measured.pairedRun(unlimited(), "does not link: x")));
        assertThat(unlinked.outcome()).isEqualTo(Outcome.INVALID);

        assertThat(SuiteVerdict.together(List.of(linked, unlinked)).exitStatus())
                .isEqualTo(ExitStatus.UNMEASURED);
        assertThat(SuiteVerdict.together(List.of(unlinked, judge(Policy.WARN, broken())))
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void facts_have_every_thing_by_name() {
        assertThat(Sentences.facts(broken().limit("slowdown", "5%").benchmarkVerdict(Policy.WARN)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "benchmark",
                        "com.acme.JsonBench.parse [avgt]",
                        "decision",
                        "failed: limits 1 broken",
                        "score",
                        "100 us (95 % sure between 99.6 us and 101 us, 5 forks)",
                        "forks",
                        "5 of 5",
                        "limit of mean",
                        "mean is 100 us (99 % sure it is above 99.5 us, 5 forks), limit 50 us"
                                + " (@PerfBudget on JsonBench.parse): critically broken, grade F",
                        "comparison",
                        "no baseline: the threshold slowdown 5% (@PerfBudget on JsonBench.parse) was not judged"));
    }

    private static SuiteVerdict judge(Policy policy, Measured... benchmarks) {
        return new Judge(policy).judge(List.of(Measured.run(benchmarks)));
    }
}
