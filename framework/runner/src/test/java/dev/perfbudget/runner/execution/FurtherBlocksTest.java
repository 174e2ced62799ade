package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.Suspects;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows when all have had their first blocks: limits are extended, suspects confirmed. */
class FurtherBlocksTest extends FakeBlocks {

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
}
