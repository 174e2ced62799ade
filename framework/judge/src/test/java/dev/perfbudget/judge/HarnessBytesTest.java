package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.ONE_SESSION;
import static dev.perfbudget.judge.Measured.averageTime;
import static dev.perfbudget.judge.Measured.iteration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Allocation beside its baseline where one side does so few operations an iteration that JMH's own bytes, of which each
 * has its share, matter.
 */
class HarnessBytesTest {

    private static final long OF_JMH = 5_100;
    private static final long SLOW = 100;
    private static final long FAST = 1_000_000;

    @Test
    void an_operation_that_only_got_faster_allocates_as_before() {
        var verdict = compared(run(40, SLOW), run(40, FAST));
        assertThat(verdict.verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(Sentences.reason(verdict)).contains("from 0 B to 40 B, up to 91 B is tolerated");
    }

    @Test
    void an_operation_that_only_got_slower_allocates_as_before() {
        assertThat(compared(run(40, FAST), run(40, SLOW)).verdict().kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void more_than_a_slow_one_can_have_allocated_is_found_in_a_fast_one() {
        assertThat(compared(run(40, SLOW), run(400, FAST)).verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(compared(run(400, FAST), run(40, SLOW)).verdict().kind()).isEqualTo(Kind.IMPROVED);
    }

    @Test
    void bytes_that_cannot_all_be_the_harnesses_may_be_so_in_part() {
        assertThat(compared(run(400, FAST), run(400, SLOW)).verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(compared(run(400, FAST), run(600, SLOW)).verdict().kind()).isEqualTo(Kind.REGRESSED);
    }

    @Test
    void sides_as_slow_as_each_other_have_the_same_share_of_it() {
        assertThat(compared(run(400, SLOW), run(416, SLOW)).verdict().kind()).isEqualTo(Kind.REGRESSED);
        assertThat(compared(run(40, SLOW), run(44, SLOW)).verdict().kind()).isEqualTo(Kind.UNCHANGED);
    }

    @Test
    void forks_of_a_side_agree_if_the_harness_can_be_what_sets_them_apart() {
        var mixed = Measured.run(averageTime().fork(allocating(40, SLOW)).fork(allocating(40, FAST)));
        assertThat(compared(mixed, run(40, FAST)).verdict().kind()).isEqualTo(Kind.UNCHANGED);
        assertThat(compared(mixed, run(56, FAST)).verdict().kind()).isEqualTo(Kind.REGRESSED);
    }

    @Test
    void sessions_accepted_before_it_got_fast_do_not_blur_those_accepted_since() {
        var accepted = List.of(side(run(40, SLOW)), side(run(40, SLOW)), side(run(40, FAST)));
        assertThat(allocation(accepted, run(56, FAST)).verdict().kind()).isEqualTo(Kind.REGRESSED);
    }

    private static SampleVerdict compared(Run baseline, Run candidate) {
        return allocation(List.of(side(baseline)), candidate);
    }

    private static SampleVerdict allocation(List<Measurements> baseline, Run candidate) {
        var suite = new Comparer(ONE_SESSION).compare(baseline, List.of(side(candidate)));
        return suite.comparison().orElseThrow().verdicts().stream()
                .filter(sample -> sample.id().metric().equals("allocation"))
                .findFirst()
                .orElseThrow();
    }

    private static Measurements side(Run run) {
        return RunMeasurements.of(run, "run.json");
    }

    private static Run run(long bytes, long operations) {
        return Measured.run(
                averageTime().planned(2).fork(allocating(bytes, operations)).fork(allocating(bytes, operations)));
    }

    private static Iteration[] allocating(long bytes, long operations) {
        return LongStream.range(0, 10)
                .map(i -> operations + i % 3)
                .mapToObj(ops -> iteration(1, ops, Map.of("allocated", ops * bytes + OF_JMH)))
                .toArray(Iteration[]::new);
    }
}
