package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.ONE_SESSION;
import static dev.perfbudget.judge.Compared.bytes;
import static dev.perfbudget.judge.Compared.fork;
import static dev.perfbudget.judge.Compared.noisy;
import static dev.perfbudget.judge.Compared.session;
import static dev.perfbudget.judge.Compared.side;
import static dev.perfbudget.judge.Compared.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A whole suite beside its baseline: comparability, outcomes, control of errors, waivers, the mean of all. */
class SuiteComparisonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Compared base() {
        return times(100, 101, 99, 100, 102);
    }

    private static Compared slower() {
        return times(120, 121, 119, 120, 122);
    }

    private static Compared open() {
        return times(100, 140, 99, 80, 102);
    }

    @Test
    void a_regression_fails_with_status_1() {
        var suite = slower().against(base(), ONE_SESSION);
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.exitStatus()).isEqualTo(ExitStatus.BROKEN);
        assertThat(Sentences.about(suite))
                .startsWith("FAILED: compared: 1 of 1 (1 regressed), geometric mean 1")
                .endsWith("score 0 of 100");
    }

    @Test
    void what_stays_open_passes_unless_the_policy_is_fail() {
        assertThat(open().against(base(), ONE_SESSION).exitStatus().code()).isZero();
        var strict = open().against(base(), ONE_SESSION.withPolicy(Policy.FAIL));
        assertThat(strict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(strict.exitStatus().code()).isEqualTo(3);
    }

    @Test
    void a_benchmark_that_the_candidate_lacks_is_a_failure_and_named() {
        var baseline = base().with("com.acme.JsonBench.print", "mean", Unit.NANOSECONDS, session(1, 2));
        var suite = base().against(baseline, ONE_SESSION);
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.exitStatus().code()).isEqualTo(2);
        assertThat(Sentences.about(verdicts(suite).get(1)))
                .startsWith("com.acme.JsonBench.print mean: invalid: in the baseline and is not there any more");
    }

    @Test
    void a_benchmark_that_the_baseline_lacks_passes_and_is_named() {
        var suite = base().with("com.acme.JsonBench.print", "mean", Unit.NANOSECONDS, session(1, 2))
                .against(base(), ONE_SESSION);
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdicts(suite).get(1).verdict().kind()).isEqualTo(Kind.NO_BASELINE);
        assertThat(Sentences.about(verdicts(suite).get(1)))
                .isEqualTo("com.acme.JsonBench.print mean: no baseline: the baseline does not have it");
    }

    @Test
    void nothing_judged_at_all_is_invalid() {
        var suite = base().against(side("empty"), ONE_SESSION);
        assertThat(suite.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(suite.exitStatus().code()).isEqualTo(2);
        assertThat(side("none").against(side("none"), ONE_SESSION).outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void values_of_the_candidate_that_are_no_numbers_fail_and_those_of_the_baseline_do_not() {
        assertThat(times(Double.NaN, 1)
                        .against(base(), ONE_SESSION)
                        .exitStatus()
                        .code())
                .isEqualTo(2);
        var suite = base().with("B.b", "mean", Unit.NANOSECONDS, session(1, 1.01, 0.99))
                .against(base().with("B.b", "mean", Unit.NANOSECONDS, session(1, Double.NaN)), ONE_SESSION);
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.comparison().orElseThrow().counts().invalid()).isEqualTo(1);
        assertThat(verdicts(suite)).extracting(SampleVerdict::outcome).containsExactly(Outcome.PASSED, Outcome.INVALID);
    }

    @Test
    void another_environment_is_not_comparable_and_every_difference_is_named() {
        var baseline = base().on(Map.of("gc", "G1", "cpu.model", "A", "jdk.build", "17"));
        var candidate = slower().on(Map.of("gc", "ZGC", "cpu.model", "B", "jdk.build", "17"));
        var suite = candidate.against(baseline, ONE_SESSION);
        assertThat(suite.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(Sentences.reason(verdicts(suite).get(0)))
                .isEqualTo(
                        "not comparable: cpu.model is [A] in the baseline and [B] in the candidate, gc is [G1] in the"
                                + " baseline and [ZGC] in the candidate");
    }

    @Test
    void an_environment_that_is_not_known_is_taken_to_be_the_same_and_that_is_said() {
        var suite = base().against(base().on(Map.of("gc", "G1")), ONE_SESSION);
        assertThat(suite.comparison().orElseThrow().counts().unchanged()).isEqualTo(1);
        assertThat(suite.notes())
                .contains("Nothing is known of the environment of [times]: it was taken to be that of the other side.");
    }

    @Test
    void sessions_of_one_side_must_be_alike_too() {
        var one = base().on(Map.of("gc", "G1")).measurements();
        var other = base().on(Map.of("gc", "ZGC")).measurements();
        var suite = new Comparer(ONE_SESSION).compare(List.of(one, other), List.of(one));
        assertThat(Sentences.reason(verdicts(suite).get(0)))
                .isEqualTo("not comparable: gc is [G1, ZGC] in the baseline and [G1] in the candidate");
    }

    @Test
    void another_workload_mode_or_unit_is_not_comparable() {
        assertThat(reason(with(BenchmarkMode.AVERAGE_TIME, "abc"), with(BenchmarkMode.AVERAGE_TIME, "def")))
                .isEqualTo("not comparable: workload is [abc] in the baseline and [def] in the candidate");
        assertThat(reason(with(BenchmarkMode.AVERAGE_TIME, "abc"), with(BenchmarkMode.SAMPLE_TIME, "abc")))
                .isEqualTo("not comparable: mode is [avgt] in the baseline and [sample] in the candidate");
        assertThat(reason(
                        side("a").with("cpu", Unit.NANOSECONDS, 1, 2), side("b").with("cpu", Unit.PERCENT, 1, 2)))
                .isEqualTo("not comparable: unit is [ns/op] in the baseline and [%] in the candidate");
    }

    @Test
    void a_benchmark_in_two_modes_is_compared_mode_by_mode() {
        var both = side("a")
                .with(
                        "B.b",
                        "mean",
                        Unit.NANOSECONDS,
                        Optional.of(BenchmarkMode.AVERAGE_TIME),
                        Optional.empty(),
                        session(1, 1.01))
                .with(
                        "B.b",
                        "mean",
                        Unit.NANOSECONDS,
                        Optional.of(BenchmarkMode.SAMPLE_TIME),
                        Optional.empty(),
                        session(2, 2.01));
        var suite = both.against(both, ONE_SESSION);
        assertThat(verdicts(suite))
                .extracting(SampleVerdict::mode)
                .containsExactly(Optional.of(BenchmarkMode.AVERAGE_TIME), Optional.of(BenchmarkMode.SAMPLE_TIME));
        assertThat(suite.comparison().orElseThrow().counts().judged()).isEqualTo(2);
    }

    @Test
    void single_sessions_are_assumed_to_differ_by_3_percent_which_is_said_with_the_cure() {
        var suite = slower().against(base(), ComparisonRules.DEFAULT);
        assertThat(verdicts(suite).get(0).verdict().kind()).isNotEqualTo(Kind.IMPROVED);
        assertThat(suite.notes().get(0)).contains("3 % is assumed", "perfbudget compare --paired");
        assertThat(Sentences.reason(verdicts(suite).get(0))).contains("sessions are assumed to differ by 3 %");
        var off = slower().against(base(), ONE_SESSION);
        assertThat(off.notes()).noneMatch(note -> note.contains("assumed"));
        assertThat(width(suite)).isGreaterThan(3 * width(off));
    }

    @Test
    void blocks_drop_what_both_forks_share() {
        var drifting = new double[] {100, 120, 80, 140, 95, 110};
        var baseline = times(drifting);
        var candidate = times(Arrays.stream(drifting)
                .map(time -> 1.1 * time + 0.1 * (time % 3))
                .toArray());
        var rules = ONE_SESSION.withDesign(Design.PAIRED);
        var verdict = candidate.verdict(baseline, rules);
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(candidate.verdict(baseline, ONE_SESSION).verdict().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(Sentences.reason(verdict)).contains("6 blocks");
        assertThat(Compared.only(candidate.against(times(1, 2), rules)).verdict())
                .isInstanceOfSatisfying(Verdict.Invalid.class, invalid -> assertThat(invalid.reason())
                        .isInstanceOf(InvalidReason.Unpaired.class));
    }

    @Test
    void of_a_block_the_iterations_of_the_same_number_are_a_pair() {
        var baseline = side("a").with("B.b", "mean", Unit.NANOSECONDS, new Session(List.of(fork(104, 103, 105))));
        var candidate = side("b").with("B.b", "mean", Unit.NANOSECONDS, new Session(List.of(fork(117, 114, 116))));
        var compared = candidate
                .verdict(baseline, ONE_SESSION.withDesign(Design.PAIRED))
                .verdict()
                .compared()
                .orElseThrow();
        assertThat(compared.quantile().orElseThrow().ratio()).isEqualTo(114.0 / 103, within(1e-12));
    }

    @Test
    void holm_and_benjamini_hochberg_find_less_than_each_benchmark_alone_and_their_intervals_agree_with_them() {
        var random = new Random(5);
        for (var round = 0; round < 20; round++) {
            var baseline = suiteOf(random, 30, 1, 0);
            var candidate = suiteOf(random, 30, 1.075, 10);
            var alone = regressed(candidate, baseline, SuiteControl.PER_BENCHMARK);
            var holm = regressed(candidate, baseline, SuiteControl.HOLM);
            var discovery = regressed(candidate, baseline, SuiteControl.BENJAMINI_HOCHBERG);
            assertThat(alone).containsAll(discovery);
            assertThat(discovery).containsAll(holm);
        }
    }

    @Test
    void a_waived_regression_passes_up_to_its_ratio_and_is_listed_first() {
        var baseline = side("a")
                .with("B.fine", "mean", Unit.NANOSECONDS, session(100, 101, 99, 100, 102))
                .with("B.slow", "mean", Unit.NANOSECONDS, session(100, 101, 99, 100, 102));
        var candidate = side("b")
                .with("B.fine", "mean", Unit.NANOSECONDS, session(100, 101, 99, 100, 102))
                .with("B.slow", "mean", Unit.NANOSECONDS, session(120, 121, 119, 120, 122));
        var suite = candidate.against(baseline, waived(1.25, TODAY));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.exitStatus().code()).isZero();
        assertThat(verdicts(suite).get(0).id().benchmark()).isEqualTo("B.slow");
        assertThat(Sentences.about(verdicts(suite).get(0)))
                .startsWith("B.slow mean: regressed (waived): ")
                .endsWith("waived up to 25 % until 2026-11-21: known, JDK-1");
        assertThat(Sentences.about(suite)).contains("1 regressed but waived, 1 unchanged", "score 75 of 100");
        assertThat(suite.notes()).noneMatch(note -> note.contains("waiver"));

        assertThat(candidate.against(baseline, waived(1.1, TODAY)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_waiver_that_expired_or_is_of_no_use_is_named() {
        var expired = slower().against(base(), waived("*", 1.25, TODAY.minusDays(1)));
        assertThat(expired.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(expired.notes().get(0))
                .isEqualTo("The waiver for [*] [mean] (known, JDK-1) expired on 2026-11-20."
                        + " Delete it from perfbudget/waivers.json.");
        assertThat(base().against(base(), waived("*", 1.25, TODAY)).notes().get(0))
                .contains("is needed no more: nothing that it covers regressed");
        assertThat(base().against(base(), waived("Gone.*", 1.25, TODAY)).notes().get(0))
                .contains("covers no benchmark that was measured");
    }

    @Test
    void a_waiver_from_zero_bytes_has_no_ratio_to_allow() {
        var rules = ONE_SESSION.withWaivers(new Waivers(List.of(new Waiver("*", "*", 2, "known", TODAY)), TODAY));
        assertThat(bytes(16, 16).against(bytes(0, 0), rules).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void the_geometric_mean_is_over_times_alone_with_its_interval() {
        var baseline = side("a")
                .with("B.b", "mean", Unit.NANOSECONDS, session(100, 101, 99, 100, 102))
                .with("B.c", "mean", Unit.NANOSECONDS, session(100, 101, 99, 100, 102))
                .with("B.b", "allocation", Unit.BYTES, session(10, 10));
        var candidate = side("b")
                .with("B.b", "mean", Unit.NANOSECONDS, session(121, 122, 120, 121, 123))
                .with("B.c", "mean", Unit.NANOSECONDS, session(100, 101, 99, 100, 102))
                .with("B.b", "allocation", Unit.BYTES, session(10_000, 10_000));
        var mean = candidate
                .against(baseline, ONE_SESSION)
                .comparison()
                .orElseThrow()
                .geomean()
                .orElseThrow();
        assertThat(mean.ratio()).isCloseTo(1.1, within(0.003));
        assertThat(mean.interval().orElseThrow().lower()).isBetween(1.07, 1.1);
        assertThat(mean.interval().orElseThrow().level()).isEqualTo(0.99);
        assertThat(times(1).against(times(2), ONE_SESSION)
                        .comparison()
                        .orElseThrow()
                        .geomean()
                        .orElseThrow()
                        .interval())
                .isEmpty();
    }

    @Test
    void the_mean_of_all_has_no_interval_where_the_values_of_each_side_say_nothing_of_chance() {
        var equal = times(120, 120, 120, 120, 120).against(times(100, 100, 100, 100, 100), ONE_SESSION);
        var mean = equal.comparison().orElseThrow().geomean().orElseThrow();
        assertThat(mean.ratio()).isCloseTo(1.2, within(1e-12));
        assertThat(mean.interval()).isEmpty();
    }

    @Test
    void ranks_of_several_sessions_are_those_of_sessions_not_of_their_forks() {
        var session = session(100, 101, 99, 100, 102);
        var slower = session(120, 121, 119, 120, 122);
        var suite = side("b")
                .with("B.b", "mean", Unit.NANOSECONDS, slower, slower, slower)
                .against(side("a").with("B.b", "mean", Unit.NANOSECONDS, session, session, session), ONE_SESSION);
        var significance =
                verdicts(suite).get(0).verdict().compared().orElseThrow().significance();
        assertThat(significance.rank().orElseThrow()).isEqualTo(1.0 / 20, within(1e-12));
    }

    @Test
    void what_neighbours_teach_needs_20_of_them() {
        var random = new Random(6);
        var baseline = suiteOf(random, 19, 1, 0);
        var candidate = suiteOf(random, 19, 1, 0);
        var few = candidate.against(baseline, ONE_SESSION);
        var first = Compared.side("b");
        candidate.measurements().samples().stream()
                .limit(1)
                .forEach(sample -> first.with(
                        sample.id().benchmark(),
                        "mean",
                        Unit.NANOSECONDS,
                        sample.sessions().get(0)));
        var alone = Compared.side("a");
        baseline.measurements().samples().stream()
                .limit(1)
                .forEach(sample -> alone.with(
                        sample.id().benchmark(),
                        "mean",
                        Unit.NANOSECONDS,
                        sample.sessions().get(0)));
        assertThat(verdicts(few).get(0).verdict().compared().orElseThrow().effect())
                .isEqualTo(verdicts(first.against(alone, ONE_SESSION))
                        .get(0)
                        .verdict()
                        .compared()
                        .orElseThrow()
                        .effect());
    }

    private static Compared suiteOf(Random random, int benchmarks, double ratio, int slowed) {
        var side = side("suite");
        IntStream.range(0, benchmarks)
                .forEach(i -> side.with(
                        "B.b" + i,
                        "mean",
                        Unit.NANOSECONDS,
                        noisy(random, i < slowed ? 100 * ratio : 100, 5, 0.01, 0.01)));
        return side;
    }

    private static List<String> regressed(Compared candidate, Compared baseline, SuiteControl control) {
        return verdicts(candidate.against(baseline, ONE_SESSION.withSuite(control))).stream()
                .peek(SuiteComparisonTest::requireAgreement)
                .filter(verdict -> verdict.verdict().kind() == Kind.REGRESSED)
                .map(verdict -> verdict.id().benchmark())
                .toList();
    }

    private static void requireAgreement(SampleVerdict verdict) {
        var found = verdict.verdict().compared().orElseThrow();
        var isAbove = found.effect().orElseThrow().interval().orElseThrow().lower() > 1 + found.slowdown();
        assertThat(isAbove).isEqualTo(verdict.verdict().kind() == Kind.REGRESSED);
    }

    private static ComparisonRules waived(double ratio, LocalDate expires) {
        return waived("*slow", ratio, expires);
    }

    private static ComparisonRules waived(String benchmark, double ratio, LocalDate expires) {
        return ONE_SESSION.withWaivers(
                new Waivers(List.of(new Waiver(benchmark, "mean", ratio, "known, JDK-1", expires)), TODAY));
    }

    private static Compared with(BenchmarkMode mode, String workload) {
        return side("x").with("B.b", "mean", Unit.NANOSECONDS, Optional.of(mode), Optional.of(workload), session(1, 2));
    }

    private static String reason(Compared baseline, Compared candidate) {
        return Sentences.reason(candidate.verdict(baseline, ONE_SESSION));
    }

    private static double width(SuiteVerdict suite) {
        var interval = verdicts(suite)
                .get(0)
                .verdict()
                .compared()
                .orElseThrow()
                .effect()
                .orElseThrow()
                .interval()
                .orElseThrow();
        return interval.upper() - interval.lower();
    }

    private static List<SampleVerdict> verdicts(SuiteVerdict suite) {
        return suite.comparison().orElseThrow().verdicts();
    }
}
