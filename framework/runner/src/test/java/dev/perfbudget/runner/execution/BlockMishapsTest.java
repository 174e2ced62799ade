package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Pairing.DisturbedBlock;
import dev.perfbudget.model.Side;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of blocks of which a fork failed, or that something disturbed. */
class BlockMishapsTest extends FakeBlocks {

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
        assertThat(lines())
                .last()
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
    void one_that_is_killed_twice_fails_for_nothing_was_measured_that_could_pass() throws IOException {
        killed = block -> true;

        rounds(PLENTY, true).run(List.of(parse), RULES);

        assertThat(ran).hasSize(2);
        assertThat(parse.forks().lack()).isEmpty();
        assertThat(parse.measured().failures())
                .extracting(ForkFailure::kind, ForkFailure::message)
                .containsExactly(tuple(ForkFailure.Kind.DIED, "On the baseline's side, twice: killed by signal 9"));
        assertThat(parse.isOpen()).isFalse();
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
}
