package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.ExitStatus;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.model.Waiver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run beside what its module has accepted. */
class StoredBaselineTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Map<String, String> HERE = Map.of("cpu.model", "x", "gc", "G1");
    private static final double[] AS_BEFORE = {100, 101, 99, 100.5, 99.5};
    private static final double[] TWICE = {200, 202, 198, 201, 199};

    @Test
    void without_a_baseline_a_run_passes_and_tells_the_command() {
        var suite = judge(Baseline.NONE, run(parse().forks(AS_BEFORE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.notes())
                .containsExactly(
                        "There is no baseline yet, so no slowdown was judged. To take these scores as one: mvn perfbudget:accept");
        assertThat(only(suite).comparison().kind()).isEqualTo(Kind.NO_BASELINE);
    }

    @Test
    void who_wants_no_comparison_is_not_told_of_one() {
        var suite = judge(Baseline.NONE, run(parse().limit("slowdown", "none").forks(AS_BEFORE)));
        assertThat(suite.notes()).isEmpty();
    }

    @Test
    void as_fast_as_before_is_compared_and_passes() {
        var suite = judge(accepted(session(parse().forks(AS_BEFORE))), run(parse().forks(AS_BEFORE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(suite).samples())
                .singleElement()
                .satisfies(sample -> assertThat(sample.verdict().compared()).isPresent());
        assertThat(Sentences.about(suite)).contains("compared: 1 of 1");
    }

    @Test
    void twice_as_slow_and_confirmed_by_fresh_forks_fails_with_the_interval_of_those() {
        var baseline = accepted(session(parse().forks(AS_BEFORE)));
        var suite = judge(baseline, run(parse().planned(5).forks(TWICE).confirmedBy(150, 151, 149, 150.5, 149.5)));
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.exitStatus()).isEqualTo(ExitStatus.BROKEN);
        assertThat(only(suite).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(only(suite)
                        .comparison()
                        .compared()
                        .orElseThrow()
                        .effect()
                        .orElseThrow()
                        .ratio())
                .isBetween(1.45, 1.55);
        assertThat(Sentences.about(only(suite)))
                .contains("failed: measured, no limits to hold; compared 1 regressed")
                .contains("mean: regressed: ");
    }

    @Test
    void what_fresh_forks_do_not_confirm_does_not_fail_and_is_told() {
        var baseline = accepted(session(parse().forks(AS_BEFORE)));
        var suite = judge(baseline, run(parse().forks(TWICE).confirmedBy(AS_BEFORE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.notes())
                .contains(
                        "[com.acme.JsonBench.parse mean] looked regressed at first, and fresh forks did not confirm it.");
    }

    @Test
    void what_could_not_be_measured_again_keeps_its_first_verdict() {
        var baseline = accepted(session(parse().forks(AS_BEFORE)));
        var suite = judge(baseline, run(parse().forks(TWICE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.notes()).anySatisfy(note -> assertThat(note)
                .startsWith("[com.acme.JsonBench.parse mean] regressed by its first forks, and not all of the fresh"));
    }

    @Test
    void some_of_the_fresh_forks_are_not_enough_to_overrule_the_first() {
        var baseline = accepted(session(parse().forks(AS_BEFORE)));
        var suite =
                judge(baseline, run(parse().forks(TWICE).confirmedBy(AS_BEFORE).planned(10 + 1)));
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void each_benchmark_has_its_own_threshold() {
        var baseline = accepted(session(parse().forks(AS_BEFORE), print().forks(AS_BEFORE)));
        var suite = judge(
                baseline,
                run(
                        parse().limit("slowdown", "5%").forks(TWICE),
                        print().limit("slowdown", "300%").forks(TWICE)));
        assertThat(suite.benchmarks())
                .extracting(BenchmarkVerdict::outcome)
                .containsExactly(Outcome.FAILED, Outcome.PASSED);
        assertThat(suite.comparison().orElseThrow().verdicts())
                .extracting(sample -> sample.verdict().kind())
                .containsExactly(Kind.REGRESSED, Kind.UNCHANGED);
    }

    @Test
    void a_benchmark_without_a_threshold_is_not_compared() {
        var baseline = accepted(session(parse().forks(AS_BEFORE), print().forks(AS_BEFORE)));
        var suite = judge(baseline, run(parse().limit("slowdown", "none").forks(TWICE), print().forks(AS_BEFORE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.benchmarks().get(0).samples()).isEmpty();
    }

    @Test
    void a_new_benchmark_has_no_baseline_and_passes() {
        var suite =
                judge(accepted(session(parse().forks(AS_BEFORE))), run(parse().forks(AS_BEFORE), print().forks(TWICE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.benchmarks().get(1).comparison().kind()).isEqualTo(Kind.NO_BASELINE);
    }

    @Test
    void a_selection_of_benchmarks_lacks_nothing() {
        var baseline = accepted(session(parse().forks(AS_BEFORE), print().forks(AS_BEFORE)));
        var suite = judge(baseline, run(parse().forks(AS_BEFORE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.comparison().orElseThrow().verdicts()).hasSize(1);
    }

    @Test
    void a_benchmark_that_is_gone_fails_and_is_named() {
        var baseline = accepted(session(parse().forks(AS_BEFORE), print().forks(AS_BEFORE)));
        var gone = new BenchmarkId("com.acme.JsonBench.print", BenchmarkMode.AVERAGE_TIME, Map.of());
        var suite = judge(baseline, with(run(parse().forks(AS_BEFORE)), HERE, List.of(gone), List.of()));
        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.exitStatus()).isEqualTo(ExitStatus.UNMEASURED);
        assertThat(suite.isUnmeasured()).isTrue();
        assertThat(suite.gone()).singleElement().satisfies(sample -> assertThat(Sentences.about(sample))
                .isEqualTo("com.acme.JsonBench.print mean: invalid: in the baseline and is not there any more (deleted,"
                        + " renamed, or other parameters or mode)"));
        assertThat(suite.notes())
                .contains("What is in the baseline and is not there any more (deleted, renamed, or other parameters or"
                        + " mode): com.acme.JsonBench.print [avgt]. If that is meant: mvn perfbudget:accept");
    }

    @Test
    void another_machine_class_has_no_baseline_and_is_told_what_differs_and_what_to_do() {
        var baseline = accepted(
                session(parse().forks(AS_BEFORE)),
                RunMeasurements.of(
                        with(run(parse().forks(TWICE)), Map.of("cpu.model", "z", "gc", "Z"), List.of(), List.of()),
                        "baseline"));
        var suite = judge(
                baseline,
                with(
                        run(parse().limit("slowdown", "5%").forks(TWICE)),
                        Map.of("cpu.model", "x", "gc", "Serial"),
                        List.of(),
                        List.of()));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(suite.comparison()).isEmpty();
        assertThat(only(suite).comparison())
                .isInstanceOfSatisfying(Verdict.NoBaseline.class, none -> assertThat(none.differences())
                        .hasSize(1));
        assertThat(Sentences.about(only(suite)))
                .contains("no baseline for this machine class: the threshold slowdown 5%");
        assertThat(suite.notes())
                .containsExactly("There is no baseline for this machine class, so no slowdown was judged: compared with"
                        + " the nearest that has one, gc is [Serial] and not [G1]. Measure on a machine of that class,"
                        + " or keep a baseline of this one beside it: mvn perfbudget:accept");
    }

    @Test
    void who_demands_a_baseline_fails_without_one_for_this_machine_class() {
        var measured = parse().limit("slowdown", "5%").forks(AS_BEFORE);
        for (var none : List.of(Baseline.NONE, accepted(onOtherMachine()))) {
            var suite = judge(none, demanding(run(measured), List.of()));
            assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(suite.exitStatus()).isEqualTo(ExitStatus.UNMEASURED);
            assertThat(suite.isUnmeasured()).isFalse();
            assertThat(Sentences.about(only(suite)))
                    .contains("failed: ")
                    .contains(
                            "the threshold slowdown 5% (@PerfBudget on JsonBench.parse) was not judged, which fails by"
                                    + " perfbudget.noBaseline=fail. Accept a run on a machine of this class: mvn"
                                    + " perfbudget:accept");
        }
    }

    @Test
    void who_demands_a_baseline_lets_pass_what_is_new_or_has_no_threshold_or_is_not_for_gating() {
        var baseline = accepted(session(parse().forks(AS_BEFORE)));
        var withNew = demanding(run(parse().forks(AS_BEFORE), print().forks(TWICE)), List.of());
        assertThat(judge(baseline, withNew).outcome()).isEqualTo(Outcome.PASSED);
        var without = run(parse().limit("slowdown", "none").forks(AS_BEFORE));
        assertThat(judge(Baseline.NONE, demanding(without, List.of())).outcome())
                .isEqualTo(Outcome.PASSED);
        var debugged = demanding(run(parse().forks(AS_BEFORE)), List.of("A debugger"));
        assertThat(judge(Baseline.NONE, debugged).outcome()).isEqualTo(Outcome.PASSED);
    }

    private static Run demanding(Run run, List<String> flaws) {
        return ChangedRun.of(run).flaws(flaws).setting("noBaseline", "fail").run();
    }

    private static Measurements onOtherMachine() {
        return RunMeasurements.of(
                with(run(parse().forks(TWICE)), Map.of("cpu.model", "z", "gc", "Z"), List.of(), List.of()), "baseline");
    }

    @Test
    void the_sessions_of_the_own_class_are_compared_and_those_of_others_left_alone() {
        var laptop = with(run(parse().forks(AS_BEFORE)), Map.of("cpu.model", "l", "gc", "G1"), List.of(), List.of());
        var baseline = accepted(RunMeasurements.of(laptop, "baseline"), session(parse().forks(TWICE)));
        assertThat(judge(baseline, run(parse().forks(TWICE))).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(baseline, laptop).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(judge(baseline, laptop)).samples()).hasSize(1);
    }

    @Test
    void a_changed_workload_is_not_comparable_and_nothing_judged_at_all_is_never_green() {
        var baseline =
                accepted(session(parse().workload("Bench:aa Bench$Input:bb").forks(AS_BEFORE)));
        var changed =
                judge(baseline, run(parse().workload("Bench:aa Bench$Input:cc").forks(TWICE)));
        assertThat(changed.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(changed.exitStatus()).isEqualTo(ExitStatus.UNMEASURED);
        assertThat(Sentences.about(only(changed))).contains("not comparable: the code of [Bench$Input] changed");

        var withLimit = judge(
                baseline, run(parse().workload("other").limit("mean", "1 s").forks(TWICE)));
        assertThat(withLimit.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(Sentences.about(withLimit)).contains("compared: 0 of 1 (1 invalid)");
    }

    @Test
    void a_run_that_is_not_for_gating_fails_nothing() {
        var baseline = accepted(session(parse().forks(AS_BEFORE)));
        var suite = judge(baseline, with(run(parse().forks(TWICE)), HERE, List.of(), List.of("A debugger")));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(suite).comparison().kind()).isEqualTo(Kind.REGRESSED);
    }

    @Test
    void a_waiver_lets_a_regression_pass_until_it_expires() {
        var waiver = new Waiver("*JsonBench.parse", "*", 2.5, "known", LocalDate.parse("2026-11-21"));
        var sessions = accepted(session(parse().forks(AS_BEFORE))).sessions();
        var suite = judge(new Baseline(sessions, List.of(waiver)), run(parse().forks(TWICE)));
        assertThat(suite.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(only(suite).samples().get(0).waiver()).contains(waiver);

        var expired = new Waiver("*JsonBench.parse", "*", 2.5, "known", LocalDate.parse("2026-11-20"));
        var failing = judge(new Baseline(sessions, List.of(expired)), run(parse().forks(TWICE)));
        assertThat(failing.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failing.notes()).anySatisfy(note -> assertThat(note).contains("expired on 2026-11-20"));
    }

    @Test
    void of_a_waiver_for_what_was_not_selected_nothing_is_said() {
        var sessions = accepted(session(parse().forks(AS_BEFORE), print().forks(AS_BEFORE)))
                .sessions();
        var selected = run(parse().limit("slowdown", "50%").forks(AS_BEFORE));
        for (var pattern : List.of("com.acme.JsonBench.print", "com.acme.*")) {
            var suite = judge(new Baseline(sessions, List.of(waiver(pattern))), selected);
            assertThat(suite.notes()).noneMatch(note -> note.contains("waiver"));
        }
    }

    @Test
    void a_waiver_is_of_no_use_if_all_that_it_covers_was_measured_or_if_it_covers_nothing_known() {
        var sessions = accepted(session(parse().forks(AS_BEFORE), print().forks(AS_BEFORE)))
                .sessions();
        var selected = run(parse().limit("slowdown", "50%").forks(AS_BEFORE));
        assertThat(judge(new Baseline(sessions, List.of(waiver("*.parse"))), selected)
                        .notes())
                .anyMatch(note -> note.contains("is needed no more"));
        assertThat(judge(new Baseline(sessions, List.of(waiver("*.pares"))), selected)
                        .notes())
                .anyMatch(note -> note.contains("covers no benchmark that was measured"));
    }

    private static Waiver waiver(String benchmark) {
        return new Waiver(benchmark, "*", 2.5, "known", LocalDate.parse("2026-11-21"));
    }

    @Test
    void which_sessions_a_run_is_compared_with_is_told() {
        var commit = "c0ffee0123456789c0ffee0123456789c0ffee01";
        var first = measured("2026-11-01T10:00:00Z", Optional.empty());
        var last = measured("2026-11-20T10:00:00Z", Optional.of(commit));
        assertThat(judge(accepted(last, first), run(parse().forks(AS_BEFORE))).notes())
                .contains("Compared with 2 accepted sessions, from 2026-11-01 to 2026-11-20, the newest of commit"
                        + " [c0ffee012345].");
        assertThat(judge(accepted(first), run(parse().forks(AS_BEFORE))).notes())
                .contains("Compared with one accepted session, of 2026-11-01, no known commit.");
    }

    private static Measurements measured(String start, Optional<String> commit) {
        return new Measurements(
                "baseline",
                session(parse().forks(AS_BEFORE)).samples(),
                Optional.of(new Environment(HERE, Map.of())),
                Optional.of(Instant.parse(start)),
                commit,
                List.of());
    }

    @Test
    void what_is_open_beside_a_stored_baseline_needs_more_forks_of_the_candidate_alone() {
        var baseline = accepted(Stream.generate(() -> session(parse().forks(AS_BEFORE)))
                .limit(10)
                .toArray(Measurements[]::new));
        var open = only(judge(baseline, run(parse().forks(111, 95, 126, 104, 119))));
        assertThat(open.comparison().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(Sentences.about(open)).containsPattern("needs about \\d+ more forks of the candidate");
    }

    @Test
    void what_sessions_alone_hide_needs_more_of_them() {
        var baseline = accepted(session(parse().forks(AS_BEFORE)));
        var open = only(judge(baseline, run(parse().forks(106, 107, 105, 106.5, 105.5))));
        assertThat(open.comparison().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(Sentences.about(open))
                .contains("more forks would not tell it from what sessions differ by, more accepted sessions of the"
                        + " baseline's code may");
    }

    @Test
    void a_single_fork_beside_a_single_fork_is_told_from_which_side_more_are_needed() {
        var one = accepted(session(parse().forks(100)));
        assertThat(Sentences.about(only(judge(one, run(parse().planned(1).forks(100))))))
                .contains("one fork says nothing of chance: measure at least 2");
    }

    @Test
    void an_old_baseline_is_warned_of() {
        var old = new Measurements(
                "baseline",
                session(parse().forks(AS_BEFORE)).samples(),
                Optional.of(new Environment(HERE, Map.of())),
                Optional.of(Instant.parse("2026-05-01T00:00:00Z")),
                Optional.empty(),
                List.of());
        var suite = judge(accepted(old), run(parse().forks(AS_BEFORE)));
        assertThat(suite.notes()).anySatisfy(note -> assertThat(note)
                .startsWith("The baseline of this machine class was measured on 2026-05-01, more than 90 days before"));
    }

    @Test
    void what_is_measured_in_place_is_compared_once_several_runs_of_one_jvm_each_were_accepted() {
        var baseline = accepted(DoubleStream.of(100, 102, 98, 101, 99)
                .mapToObj(time -> session(inPlace(time)))
                .toArray(Measurements[]::new));
        assertThat(only(judge(baseline, run(inPlace(200)))).comparison().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(only(judge(baseline, run(inPlace(100.5)))).outcome()).isEqualTo(Outcome.PASSED);

        var one = only(judge(accepted(session(inPlace(100))), run(inPlace(200))));
        assertThat(one.comparison().kind()).isEqualTo(Kind.INCONCLUSIVE);
        assertThat(Sentences.about(one)).contains("one JVM says nothing of chance: accept runs of at least two");
    }

    private static Measured inPlace(double time) {
        return Measured.in(BenchmarkMode.IN_PLACE, "us/op").planned(1).forks(time);
    }

    @Test
    void each_run_of_a_build_is_compared_by_itself() {
        var other = Map.of("cpu.model", "x", "gc", "Serial");
        var onOther = with(run(parse().forks(TWICE)), other, List.of(), List.of());
        var baseline = accepted(session(parse().forks(AS_BEFORE)), RunMeasurements.of(onOther, "baseline"));
        var suite = new Judge(Policy.WARN).judge(List.of(run(parse().forks(TWICE)), onOther), baseline);
        assertThat(suite.benchmarks())
                .extracting(BenchmarkVerdict::outcome)
                .containsExactly(Outcome.FAILED, Outcome.PASSED);
        assertThat(suite.benchmarks())
                .allSatisfy(benchmark -> assertThat(benchmark.samples()).hasSize(1));
        assertThat(suite.comparison().orElseThrow().verdicts()).hasSize(2);
        assertThat(suite.gone()).isEmpty();
    }

    @Test
    void two_modes_of_one_benchmark_stay_apart_when_both_are_confirmed() {
        var sampled = (Supplier<Measured>) () -> Measured.in(BenchmarkMode.SINGLE_SHOT, "us/op");
        var baseline = accepted(session(
                parse().forks(AS_BEFORE),
                sampled.get().fork(Measured.shot(100, 101)).fork(Measured.shot(100, 99))));
        var suite = judge(
                baseline,
                run(
                        parse().forks(TWICE).confirmedBy(TWICE),
                        sampled.get().fork(Measured.shot(200, 201)).fork(Measured.shot(200, 199))));
        assertThat(suite.comparison().orElseThrow().verdicts()).hasSize(2);
        assertThat(suite.benchmarks().get(0).comparison().kind()).isEqualTo(Kind.REGRESSED);
    }

    @Test
    void code_that_allocates_nothing_and_got_slower_still_allocates_nothing() {
        var baseline = accepted(session(allocating(0, 1_000_000)));
        var slowed = only(judge(baseline, run(allocating(0, 5_000))));
        assertThat(allocation(slowed).verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(Sentences.change(allocation(slowed))).contains("no difference");

        var allocates = only(judge(baseline, run(allocating(16, 1_000_000))));
        assertThat(allocation(allocates).verdict().kind()).isEqualTo(Kind.REGRESSED);
    }

    private static SampleVerdict allocation(BenchmarkVerdict benchmark) {
        return benchmark.samples().stream()
                .filter(sample -> sample.id().metric().equals("allocation"))
                .findFirst()
                .orElseThrow();
    }

    /** Two forks of so many bytes an operation, and JMH's own in every iteration. */
    private static Measured allocating(long bytes, long operations) {
        var iterations = LongStream.range(0, 10)
                .mapToObj(i -> Measured.iteration(100, operations, Map.of("allocated", operations * bytes + 8_000)))
                .toArray(Iteration[]::new);
        return parse().fork(iterations).fork(iterations);
    }

    private static Measured parse() {
        return Measured.averageTime();
    }

    private static Measured print() {
        return Measured.averageTime().method("print");
    }

    private static Run run(Measured... benchmarks) {
        return with(Measured.run(benchmarks), HERE, List.of(), List.of());
    }

    private static Run with(Run run, Map<String, String> facts, List<BenchmarkId> gone, List<String> flaws) {
        return ChangedRun.of(run).at(NOW).in(facts).gone(gone).flaws(flaws).run();
    }

    private static Measurements session(Measured... benchmarks) {
        return RunMeasurements.of(run(benchmarks), "baseline");
    }

    private static Baseline accepted(Measurements... sessions) {
        return new Baseline(Stream.of(sessions).toList(), List.of());
    }

    private static SuiteVerdict judge(Baseline baseline, Run run) {
        return new Judge(Policy.WARN).judge(List.of(run), baseline);
    }

    private static BenchmarkVerdict only(SuiteVerdict suite) {
        assertThat(suite.benchmarks()).hasSize(1);
        return suite.benchmarks().get(0);
    }
}
