package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Side;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import dev.perfbudget.protocol.ToHost;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which benchmark gets the next block, and when it has enough. */
class BlockRoundsTest extends FakeBlocks {

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
    void a_first_block_of_operations_that_take_long_begins_anew_with_fewer_iterations() throws IOException {
        iterationLasts = Duration.ofSeconds(1);

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(efforts).hasSize(5).containsOnly(fixed(2, 6));
        assertThat(lines())
                .first()
                .isEqualTo("JsonBench.parse  block  1 of  5  begins anew with fewer iterations, which last 1 s");
    }

    @Test
    void operations_that_take_a_little_long_make_fewer_iterations_of_all_blocks_but_the_first() throws IOException {
        iterationLasts = Duration.ofMillis(150);

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(efforts).first().isEqualTo(fixed(2, 58));
        assertThat(efforts.subList(1, efforts.size())).hasSize(4).containsOnly(fixed(2, 20));
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
        assertThat(lines())
                .last()
                .asString()
                .startsWith("JsonBench.print  block  5 of  5  +")
                .endsWith("threshold +15 %, about 50 s left");
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

    @Test
    void after_each_block_one_sees_the_change_its_interval_and_the_threshold() throws IOException {
        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(lines())
                .last()
                .asString()
                .matches("JsonBench.parse  block  5 of  5  [+-]0[.][0-9] % \\([+-][0-9.]+ to [+-][0-9.]+ %\\),"
                        + " threshold [+]5 %");
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
}
