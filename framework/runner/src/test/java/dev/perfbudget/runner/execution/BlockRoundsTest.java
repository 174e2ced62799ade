package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.Suspects;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.Side;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.block.BlockOutcome;
import dev.perfbudget.runner.block.TurnOrder;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.statistics.Steadiness;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With fake hosts and a fake clock: a block takes ten seconds. */
class BlockRoundsTest {

    private static final ComparisonRules RULES = ComparisonRules.PAIRED;
    private static final Duration PLENTY = Duration.ofHours(10);

    private final Random random = new Random(1);
    private final List<String> ran = new ArrayList<>();
    private final List<FromRunner> told = new ArrayList<>();
    private final Map<BenchmarkKey, Double> noise = new HashMap<>();
    private final Map<BenchmarkKey, Double> slowdown = new HashMap<>();
    private final Map<BenchmarkKey, Side> failing = new HashMap<>();
    private final PairedBenchmark parse = benchmark(1, "parse");
    private final PairedBenchmark print = benchmark(2, "print");
    private final RunNotes notes = new RunNotes();
    private long now;
    private int failsAfter = Integer.MAX_VALUE;
    private IntPredicate killed = block -> false;
    private IntPredicate disturbed = block -> false;
    private final List<ToHost.Effort> efforts = new ArrayList<>();
    private final Map<String, List<TurnOrder>> orders = new HashMap<>();
    private Duration iterationLasts = Duration.ofMillis(100);
    private int kept;
    private int keptApart;

    @Test
    void every_benchmark_gets_one_block_then_each_its_first_five_and_ends_if_they_decide() throws IOException {
        rounds(PLENTY, true).run(List.of(parse, print), RULES);

        assertThat(ran)
                .containsExactly(
                        "parse", "print", "parse", "parse", "parse", "parse", "print", "print", "print", "print");
        assertThat(parse.latest().orElseThrow().isOpen()).isFalse();
        assertThat(parse.isSuspect()).isFalse();
        assertThat(parse.measured().plannedForks()).isEqualTo(5);
    }

    @Test
    void what_an_audit_found_to_be_hopeless_comes_to_its_first_look_last() throws IOException {
        Forks.expectNoise(parse, 0.3);
        Forks.expectNoise(print, 0.01);

        rounds(PLENTY, true).run(List.of(parse, print), RULES);

        assertThat(ran.subList(0, 6)).containsExactly("print", "parse", "print", "print", "print", "print");
    }

    @Test
    void once_there_was_a_first_look_only_what_was_measured_counts() throws IOException {
        Forks.expectNoise(parse, 0.01);
        Forks.expectNoise(print, 0.3);
        noise.put(parse.measured().key(), 0.3);
        noise.put(print.measured().key(), 0.05);

        rounds(Duration.ofMinutes(2), false).run(List.of(parse, print), RULES);

        assertThat(ran.subList(0, 6)).containsExactly("parse", "print", "parse", "parse", "parse", "parse");
        assertThat(ran.subList(10, ran.size())).isNotEmpty().startsWith("print");
    }

    @Test
    void operations_that_take_long_make_fewer_iterations_of_all_blocks_but_the_first() throws IOException {
        iterationLasts = Duration.ofSeconds(1);

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(efforts).first().isEqualTo(fixed(2, 58));
        assertThat(efforts.subList(1, efforts.size())).hasSize(4).containsOnly(fixed(2, 6));
    }

    @Test
    void the_first_block_tells_how_long_shorter_ones_will_take() {
        iterationLasts = Duration.ofSeconds(1);
        var forks = new BlockForks(fork(parse.measured(), 0), fork(parse.measured(), 1));

        parse.add(new MeasuredBlock(forks, 1, List.of()), Duration.ofMillis(120_000 + 1400));

        assertThat(parse.expected())
                .as("8 iterations of each side instead of 60, and both starts")
                .isEqualTo(Duration.ofMillis(16_000 + 1400));
    }

    @Test
    void blocks_that_need_less_warmup_than_the_first_are_expected_to_take_less_time() {
        var steadySoon = benchmark(3, "copy", new ForkEffort.Iterations(40, 12, Duration.ofMillis(50)));
        var forks = new BlockForks(fork(steadySoon.measured(), 0), fork(steadySoon.measured(), 1));

        steadySoon.add(new MeasuredBlock(forks, 1, List.of()), Duration.ofMillis(2 * 52 * 100 + 1400));

        assertThat(steadySoon.expected())
                .as("2 iterations of warmup instead of 40")
                .isEqualTo(Duration.ofMillis(2 * 14 * 100 + 1400));
    }

    @Test
    void the_slowest_block_says_how_long_the_next_will_take() {
        for (var seconds : List.of(10, 20, 10)) {
            var forks = new BlockForks(fork(parse.measured(), 0), fork(parse.measured(), 1));
            parse.add(new MeasuredBlock(forks, 1, List.of()), Duration.ofSeconds(seconds));
        }

        assertThat(parse.expected()).isBetween(Duration.ofMillis(19_999), Duration.ofSeconds(20));
    }

    @Test
    void no_first_block_is_started_either_that_would_outlast_the_time_there_is() throws IOException {
        rounds(Duration.ofSeconds(15), true).run(List.of(parse, print), RULES);

        assertThat(ran).as("a block is expected to take 7.4 s").containsExactly("parse");
    }

    @Test
    void the_same_seed_repeats_the_turns_of_a_benchmark_whatever_is_measured_beside_it() throws IOException {
        rounds(PLENTY, true).run(List.of(parse, print), RULES);
        var besidePrint = turns("parse");
        assertThat(besidePrint).hasSize(5).doesNotHaveDuplicates().isNotEqualTo(turns("print"));
        orders.clear();

        rounds(PLENTY, true).run(List.of(benchmark(1, "parse")), RULES);

        assertThat(turns("parse")).isEqualTo(besidePrint);
    }

    /** The first twenty of each block. */
    private List<List<Side>> turns(String benchmark) {
        return orders.getOrDefault(benchmark, List.of()).stream()
                .map(order -> Stream.generate(order::next).limit(20).toList())
                .toList();
    }

    private static ToHost.Effort fixed(int warmups, int measured) {
        var time = Duration.ofMillis(50).toNanos();
        return new ToHost.Effort.Fixed(
                warmups, time, measured, time, Duration.ofSeconds(60).toNanos());
    }

    @Test
    void time_goes_first_to_what_will_probably_be_decided_soonest() throws IOException {
        noise.put(parse.measured().key(), 0.3);
        noise.put(print.measured().key(), 0.05);

        rounds(Duration.ofMinutes(2), false).run(List.of(parse, print), RULES);

        var afterFirstLook = ran.subList(10, ran.size());
        assertThat(afterFirstLook).isNotEmpty().startsWith("print");
    }

    @Test
    void what_is_hopeless_is_given_up_before_the_last_look() throws IOException {
        noise.put(parse.measured().key(), 0.5);

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(ran).hasSizeBetween(5, 29);
        assertThat(parse.latest().orElseThrow().isOpen()).isTrue();
    }

    @Test
    void under_the_policy_that_extends_it_gets_all_blocks() throws IOException {
        noise.put(parse.measured().key(), 0.5);

        rounds(PLENTY, false).run(List.of(parse), RULES);

        assertThat(ran).hasSize(30);
    }

    @Test
    void what_is_slower_is_a_suspect_and_is_confirmed_by_blocks_of_its_own() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        var rounds = rounds(PLENTY, true);

        rounds.run(List.of(parse), RULES);
        assertThat(parse.isSuspect()).isTrue();
        parse.confirm(all -> true);
        rounds.run(List.of(parse), RULES.withAlpha(RULES.alpha() / 3));

        assertThat(ran).hasSize(10);
        assertThat(parse.isSuspect()).isTrue();
        var run = parse.measured().toRun("", Budget.NONE);
        assertThat(run.screeningForks()).hasSize(5);
        assertThat(run.confirmingForks()).hasSize(5);
        assertThat(parse.forks().forks()).hasSize(10);
    }

    @Test
    void what_is_slower_in_spite_of_a_waiver_is_looked_at_beside_what_that_allows() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        slowdown.put(print.measured().key(), 0.1);
        var waiver = new Waiver("*", "*", 1.15, "known", LocalDate.EPOCH);

        rounds(PLENTY, true)
                .run(List.of(parse, print), RULES.withWaivers(new Waivers(List.of(waiver), LocalDate.EPOCH)));

        assertThat(parse.isSuspect()).isTrue();
        assertThat(print.isSuspect()).isFalse();
        assertThat(print.latest().orElseThrow().isOpen()).isFalse();
        assertThat(told)
                .last()
                .extracting(message -> ((FromRunner.Progress) message).line())
                .asString()
                .startsWith("JsonBench.print  block  5 of  5  +")
                .endsWith("threshold +15 %, about 50 s left");
    }

    @Test
    void undecided_limits_get_as_many_blocks_again_up_to_a_planned_look() throws IOException {
        rounds(PLENTY, false).run(List.of(parse, print), RULES);

        further(PLENTY).extend(List.of(parse, print), look(parse, LimitVerdict.State.UNDECIDED), RULES);

        assertThat(parse.blocks()).isEqualTo(12);
        assertThat(print.blocks()).isEqualTo(5);
        assertThat(notes.lines())
                .containsExactly(
                        "Limits undecided after these blocks, so measured in about as many again: JsonBench.parse");
    }

    @Test
    void decided_limits_and_those_for_which_there_is_no_time_get_none() throws IOException {
        rounds(PLENTY, false).run(List.of(parse), RULES);

        further(Duration.ofSeconds(5)).extend(List.of(parse), look(parse, LimitVerdict.State.UNDECIDED), RULES);
        further(PLENTY).extend(List.of(parse), look(parse, LimitVerdict.State.HELD), RULES);

        assertThat(parse.blocks()).isEqualTo(5);
        assertThat(notes.lines()).isEmpty();
    }

    @Test
    void time_to_confirm_what_looks_regressed_is_kept_back_from_limits() throws IOException {
        slowdown.put(print.measured().key(), 0.3);
        rounds(PLENTY, false).run(List.of(parse, print), RULES);

        further(Duration.ofSeconds(55)).extend(List.of(parse, print), look(parse, LimitVerdict.State.UNDECIDED), RULES);

        assertThat(parse.blocks()).isEqualTo(5);
        assertThat(notes.lines()).isEmpty();
    }

    @Test
    void of_what_looks_regressed_only_what_there_is_time_for_is_said_to_be_measured_again() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        slowdown.put(print.measured().key(), 0.3);
        rounds(PLENTY, false).run(List.of(parse, print), RULES);
        var suspects = new Suspects(Set.of(sample(parse), sample(print)), RULES.alpha() / 2);

        further(Duration.ofSeconds(15)).confirm(List.of(parse, print), suspects, RULES);

        assertThat(notes.lines())
                .containsExactly(
                        "Looks regressed, so measured in fresh blocks, which alone decide: JsonBench.parse",
                        "Looks regressed, and no time is left for fresh blocks, which alone decide: JsonBench.print");
        assertThat(ran.subList(10, ran.size())).containsExactly("parse");
    }

    @Test
    void suspects_are_confirmed_one_after_the_other_so_that_there_is_time_for_some_of_them() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        slowdown.put(print.measured().key(), 0.3);
        rounds(PLENTY, false).run(List.of(parse, print), RULES);
        var suspects = new Suspects(Set.of(sample(parse), sample(print)), RULES.alpha() / 2);

        further(Duration.ofSeconds(55)).confirm(List.of(parse, print), suspects, RULES);

        assertThat(ran.subList(10, ran.size())).containsOnly("parse").hasSize(5);
        assertThat(parse.isSuspect()).isTrue();
        assertThat(notes.lines())
                .contains("Looks regressed, and no time is left for fresh blocks, which alone decide: JsonBench.print");
        assertThat(new BlockBalance(List.of(parse, print)).line())
                .hasValue("1 of 2 benchmarks are decided by blocks; not confirmed: JsonBench.print");
    }

    @Test
    void with_more_benchmarks_than_time_each_has_a_block_and_some_come_to_their_first_look() throws IOException {
        rounds(Duration.ofSeconds(75), false).run(List.of(parse, print), RULES);

        assertThat(ran).containsExactly("parse", "print", "parse", "parse", "parse", "parse", "print");
        assertThat(parse.latest().orElseThrow().isOpen()).isFalse();
    }

    @Test
    void what_was_never_looked_at_is_named_beside_what_blocks_have_decided() throws IOException {
        rounds(PLENTY, false).run(List.of(parse), RULES);

        assertThat(new BlockBalance(List.of(parse, print)).line())
                .hasValue("1 of 2 benchmarks are decided by blocks; not looked at: JsonBench.print");
        assertThat(new BlockBalance(List.of(parse)).line()).isEmpty();
    }

    @Test
    void what_lacks_a_baseline_is_counted_where_something_is_open_and_named_elsewhere() throws IOException {
        failing.put(parse.measured().key(), Side.BASELINE);
        rounds(PLENTY, false).run(List.of(parse), RULES);

        assertThat(new BlockBalance(List.of(parse, print)).line())
                .hasValue("0 of 2 benchmarks are decided by blocks; not looked at: JsonBench.print");
        assertThat(new BlockBalance(List.of(parse)).line()).isEmpty();
    }

    private FurtherBlocks further(Duration time) {
        return new FurtherBlocks(rounds(time, false), new WallCap(time, () -> now), told::add, notes);
    }

    private static SampleKey sample(PairedBenchmark benchmark) {
        var id = benchmark.measured().id();
        return new SampleKey(new SampleId(id.name(), id.params(), "mean"), Optional.of(id.mode()));
    }

    private static SuiteVerdict look(PairedBenchmark benchmark, LimitVerdict.State state) {
        var limit = new Limit(
                StandardMetric.MEAN, LimitOperator.AT_MOST, new Quantity(120, Unit.MICROSECONDS), "120 us", "test");
        var verdict = new LimitVerdict(
                limit, state, new Evidence.Nothing("not looked at"), Optional.empty(), Optional.empty());
        return new SuiteVerdict(
                Outcome.PASSED,
                Policy.EXTEND,
                List.of(new BenchmarkVerdict(
                        benchmark.measured().id(),
                        "/work",
                        Outcome.PASSED,
                        new Verdict.NoBaseline(),
                        Optional.empty(),
                        List.of(verdict),
                        List.of(),
                        List.of(),
                        5,
                        List.of())),
                List.of());
    }

    @Test
    void no_block_is_started_that_would_outlast_the_time_there_is() throws IOException {
        rounds(Duration.ofSeconds(35), true).run(List.of(parse, print), RULES);

        assertThat(ran).containsExactly("parse", "print", "parse");
    }

    @Test
    void time_is_kept_back_to_confirm_what_looks_regressed() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        noise.put(print.measured().key(), 0.1);
        var rounds = rounds(Duration.ofSeconds(175), false);

        rounds.run(List.of(parse, print), RULES);
        var screening = ran.size();
        parse.confirm(all -> true);
        rounds.run(List.of(parse), RULES);

        assertThat(screening).isEqualTo(12);
        assertThat(ran.subList(screening, ran.size())).containsExactly("parse", "parse", "parse", "parse", "parse");
        assertThat(parse.isSuspect()).isTrue();
    }

    @Test
    void a_fork_of_the_candidate_that_fails_ends_its_benchmark() throws IOException {
        failing.put(parse.measured().key(), Side.CANDIDATE);

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(parse.measured().failures())
                .extracting(ForkFailure::message)
                .containsExactly("threw java.lang.NoSuchMethodError: gone.");
        assertThat(parse.isAlone()).isFalse();
    }

    @Test
    void a_fork_of_the_baseline_that_fails_leaves_the_candidate_to_be_measured_alone() throws IOException {
        failing.put(parse.measured().key(), Side.BASELINE);

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(ran).containsExactly("parse");
        assertThat(parse.isAlone()).isTrue();
        assertThat(parse.forks().lack()).contains("does not link: java.lang.NoSuchMethodError: gone");
        assertThat(parse.measured().isOpen()).as("for forks without turns").isTrue();
        assertThat(told)
                .last()
                .extracting(message -> ((FromRunner.Progress) message).line())
                .isEqualTo("JsonBench.parse  block  1 of  5  no baseline (does not link:"
                        + " java.lang.NoSuchMethodError: gone)");
    }

    @Test
    void a_fork_of_the_baseline_that_fails_later_ends_its_benchmark_which_is_judged_by_the_blocks_before()
            throws IOException {
        noise.put(parse.measured().key(), 0.1);
        var rounds = rounds(PLENTY, false);
        failsAfter = 6;

        rounds.run(List.of(parse), RULES);

        assertThat(ran).hasSize(7);
        assertThat(parse.isAlone()).isFalse();
        assertThat(parse.isOpen()).isFalse();
        assertThat(parse.forks().forks()).hasSize(6);
        assertThat(parse.measured().plannedForks()).isEqualTo(6);
        assertThat(parse.troubles())
                .singleElement()
                .asString()
                .startsWith("The baseline's side of [com.acme.JsonBench.parse [avgt]] failed in block 7");
    }

    @Test
    void a_fork_of_the_baseline_that_was_killed_in_the_first_block_is_no_lack_if_another_block_can_be_had()
            throws IOException {
        killed = block -> block == 1;

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(ran).hasSize(1 + 5);
        assertThat(parse.isAlone()).isFalse();
        assertThat(parse.forks().forks()).hasSize(5);
        assertThat(parse.latest().orElseThrow().isOpen()).isFalse();
        assertThat(lines().get(0))
                .isEqualTo("JsonBench.parse  block  1 of  5  is measured again: on the baseline's side its fork failed:"
                        + " killed by signal 9");
        assertThat(parse.troubles())
                .containsExactly("The baseline's side of [com.acme.JsonBench.parse [avgt]] failed in block 1, and"
                        + " another was tried: its fork failed: killed by signal 9");
    }

    @Test
    void one_that_is_killed_twice_is() throws IOException {
        killed = block -> true;

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(ran).hasSize(2);
        assertThat(parse.forks().lack()).contains("its fork failed: killed by signal 9");
        assertThat(parse.measured().isOpen()).as("for forks without turns").isTrue();
    }

    @Test
    void a_fork_of_the_baseline_that_was_killed_while_something_is_confirmed_does_not_end_that() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        killed = block -> block == 1 || block == 8;
        var rounds = rounds(PLENTY, true);

        rounds.run(List.of(parse), RULES);
        parse.confirm(all -> true);
        rounds.run(List.of(parse), RULES);

        assertThat(ran).hasSize(6 + 6);
        assertThat(parse.measured().toRun("", Budget.NONE).confirmingForks()).hasSize(5);
        assertThat(parse.isSuspect()).isTrue();
    }

    @Test
    void after_each_block_one_sees_the_change_its_interval_and_the_threshold() throws IOException {
        rounds(PLENTY, true).run(List.of(parse), RULES);

        var lines = told.stream()
                .filter(FromRunner.Progress.class::isInstance)
                .map(message -> ((FromRunner.Progress) message).line())
                .collect(Collectors.toList());
        Collections.reverse(lines);
        assertThat(lines.get(0))
                .matches("JsonBench.parse  block  5 of  5  [+-]0[.][0-9] % \\([+-][0-9.]+ to [+-][0-9.]+ %\\),"
                        + " threshold [+]5 %");
    }

    @Test
    void after_each_block_one_sees_about_how_much_longer_it_takes() throws IOException {
        noise.put(print.measured().key(), 0.3);

        rounds(PLENTY, false).run(List.of(parse, print), RULES);

        assertThat(lines().get(0)).endsWith(", about 1 min 30 s left");
        assertThat(lines().get(5)).startsWith("JsonBench.parse  block  5 of  5").endsWith(", about 40 s left");
        assertThat(lines().get(9)).startsWith("JsonBench.print  block  5 of  5").endsWith(" min left");
        assertThat(lines()).last().asString().doesNotContain("left");
    }

    @Test
    void it_never_takes_longer_than_the_time_there_is() throws IOException {
        rounds(Duration.ofSeconds(35), true).run(List.of(parse, print), RULES);

        assertThat(lines().get(0)).endsWith(", about 30 s left");
        assertThat(lines().get(2)).endsWith(", about 10 s left");
    }

    private List<String> lines() {
        return told.stream()
                .filter(FromRunner.Progress.class::isInstance)
                .map(message -> ((FromRunner.Progress) message).line())
                .toList();
    }

    @Test
    void a_disturbed_block_is_set_apart_and_measured_again_at_once() throws IOException {
        disturbed = block -> block == 2;

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(ran).hasSize(6);
        assertThat(kept).isEqualTo(5);
        assertThat(keptApart).isEqualTo(1);
        var forks = parse.forks();
        assertThat(forks.forks()).hasSize(5).extracting(Fork::index).containsExactly(0, 1, 2, 3, 4);
        assertThat(forks.disturbed()).singleElement().satisfies(block -> {
            assertThat(block.index()).isEqualTo(1);
            assertThat(block.signs()).containsExactly("steal 14 %");
            assertThat(forks.forks())
                    .doesNotContain(block.replaced().orElseThrow().baseline());
        });
        assertThat(lines()).contains("JsonBench.parse  block  2 of  5  is measured again: steal 14 %");
    }

    @Test
    void at_most_half_as_many_blocks_are_measured_again_as_are_kept_in_each_stage() throws IOException {
        disturbed = block -> true;
        slowdown.put(parse.measured().key(), 0.3);
        var rounds = rounds(PLENTY, true);

        rounds.run(List.of(parse), RULES);
        assertThat(ran).hasSize(5 + 3);
        parse.confirm(all -> true);
        rounds.run(List.of(parse), RULES);

        assertThat(ran).hasSize(2 * (5 + 3));
        assertThat(parse.forks().disturbed())
                .filteredOn(block -> block.replaced().isPresent())
                .hasSize(2 * 3);
        assertThat(parse.forks().disturbed())
                .filteredOn(block -> block.replaced().isEmpty())
                .extracting(DisturbedBlock::index)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(parse.isSuspect()).isTrue();
    }

    @Test
    void a_disturbed_block_is_kept_where_there_is_no_time_for_another() throws IOException {
        disturbed = block -> block == 2;

        rounds(Duration.ofSeconds(25), true).run(List.of(parse), RULES);

        assertThat(ran).hasSize(2);
        assertThat(kept).isEqualTo(2);
        assertThat(parse.forks().disturbed()).extracting(DisturbedBlock::index).containsExactly(1);
    }

    @Test
    void what_lacks_a_baseline_gets_a_fork_at_once_for_others_may_use_up_the_time() throws IOException {
        failing.put(parse.measured().key(), Side.BASELINE);
        noise.put(print.measured().key(), 0.3);

        rounds(Duration.ofSeconds(75), false, lacking(Duration.ofSeconds(75))::runFirst)
                .run(List.of(parse, print), RULES);

        assertThat(ran.subList(0, 3)).containsExactly("parse", "parse alone", "print");
        assertThat(ran).filteredOn("parse alone"::equals).hasSize(1);
        assertThat(parse.measured().forks()).hasSize(1);
        assertThat(ran).hasSize(7);
    }

    @Test
    void the_others_come_when_all_blocks_are_done() throws IOException {
        failing.put(parse.measured().key(), Side.BASELINE);
        var lacking = lacking(PLENTY);

        rounds(PLENTY, false, lacking::runFirst).run(List.of(parse, print), RULES);
        lacking.runRest();

        assertThat(ran.subList(ran.size() - 4, ran.size())).containsOnly("parse alone");
        assertThat(parse.measured().forks()).hasSize(5);
        assertThat(lacking.found()).containsExactly(parse.measured());
    }

    @Test
    void it_is_kept_where_the_time_for_another_is_kept_back_to_confirm_what_looks_regressed() throws IOException {
        slowdown.put(parse.measured().key(), 0.3);
        disturbed = block -> block == 7;

        rounds(Duration.ofSeconds(125), false).run(List.of(parse, print), RULES);

        assertThat(ran).containsExactly("parse", "print", "parse", "parse", "parse", "parse", "print");
        assertThat(keptApart).isZero();
        assertThat(print.blocks()).isEqualTo(2);
    }

    private LackingBenchmarks lacking(Duration cap) {
        var alone = new Rounds(
                this::fork,
                (benchmark, completed) -> fork(benchmark, 1),
                told::add,
                new WallCap(cap, () -> now),
                () -> false);
        return new LackingBenchmarks(List.of(parse, print), alone);
    }

    private ForkOutcome fork(ToHost.RunFork fork) {
        now += Duration.ofSeconds(10).toNanos();
        ran.add(fork.benchmark().name().replaceAll(".*[.]", "") + " alone");
        return Forks.completed(fork.benchmark());
    }

    private BlockRounds rounds(Duration cap, boolean stopsIfFutile) {
        return rounds(cap, stopsIfFutile, () -> {});
    }

    private BlockRounds rounds(Duration cap, boolean stopsIfFutile, BlockRounds.Between between) {
        var names =
                new DisplayNames(List.of(parse.measured().id(), print.measured().id()));
        return new BlockRounds(
                this::block,
                new FakeRecords(),
                between,
                told::add,
                new BlockLine(names),
                new WallCap(cap, () -> now),
                () -> false,
                7,
                stopsIfFutile);
    }

    private BlockOutcome block(ToHost.RunFork fork, TurnOrder order) {
        var name = fork.benchmark().name().replaceAll(".*[.]", "");
        now += Duration.ofSeconds(10).toNanos();
        ran.add(name);
        orders.computeIfAbsent(name, first -> new ArrayList<>()).add(order);
        efforts.add(fork.effort());
        var side = ran.size() > failsAfter ? Side.BASELINE : failing.get(fork.benchmark());
        if (side != null) {
            return new BlockOutcome.Failed(
                    side,
                    new ForkOutcome.Failed(ForkFailure.Kind.THREW, "threw java.lang.NoSuchMethodError: gone.", ""));
        }
        if (killed.test(ran.size())) {
            return new BlockOutcome.Failed(
                    Side.BASELINE, new ForkOutcome.Failed(ForkFailure.Kind.DIED, "killed by signal 9", ""));
        }
        return new BlockOutcome.Completed(Forks.completed(fork.benchmark()), Forks.completed(fork.benchmark()));
    }

    /** A disk that remembers how many blocks it has. */
    private final class FakeRecords implements BlockRounds.Recorder {

        @Override
        public MeasuredBlock assemble(MeasuredBenchmark benchmark, BlockOutcome.Completed block) {
            var forks = new BlockForks(fork(benchmark, 0), fork(benchmark, 1));
            return new MeasuredBlock(forks, 1, disturbed.test(ran.size()) ? List.of("steal 14 %") : List.of());
        }

        @Override
        public void keep(MeasuredBenchmark benchmark, BlockForks forks) {
            kept++;
        }

        @Override
        public void keepApart(MeasuredBenchmark benchmark, BlockForks forks) {
            keptApart++;
        }
    }

    private Fork fork(MeasuredBenchmark measured, int candidate) {
        var score = 118.2
                * Math.exp(random.nextGaussian() * noise.getOrDefault(measured.key(), 0.002))
                * (1 + candidate * slowdown.getOrDefault(measured.key(), 0.0));
        return Forks.of(measured.id(), measured.forks().size(), new Steadiness(true, 0), score, iterationLasts);
    }

    private static PairedBenchmark benchmark(int number, String method) {
        // As few warmups as are ever asked for: all blocks have as many iterations.
        return benchmark(number, method, new ForkEffort.Iterations(2, 58, Duration.ofMillis(50)));
    }

    private static PairedBenchmark benchmark(int number, String method, ForkEffort.Iterations iterations) {
        var measured = new MeasuredBenchmark(
                number,
                Forks.planned(method, 5, 0),
                new ForkEffort(5, 0, Optional.of(iterations)),
                Duration.ofSeconds(60));
        return Forks.paired(measured);
    }
}
