package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the calibration kernel beside itself says of a run, and how often it says so. */
class ControlCheckTest {

    private static final double[] BEFORE = {100, 130, 90, 110, 120};
    private static final double[] SLOWER = {110, 144, 99, 121, 131};
    private static final double[] MOVED = {1.041, 1.039, 1.042, 1.040};

    private final Random random = new Random(20261122);

    @Test
    void a_kernel_that_is_found_alike_is_noted_and_changes_nothing() {
        var suite = judged(Measured.withControl(regressed(""), 1.002, 0.997, 0.996, 0.999));

        assertThat(suite.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(suite.notes())
                .contains("Control: the calibration kernel beside itself, 4 blocks: -0.2 % (-1.8 to +1.6 %, 99.9 %)");
    }

    @Test
    void where_it_has_moved_nothing_fails_and_nothing_is_certified() {
        var suite = judged(Measured.withControl(regressed(""), MOVED));

        assertThat(suite.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(suite.benchmarks().get(0).comparison().kind()).isEqualTo(Kind.INVALID);
        assertThat(Sentences.about(suite.benchmarks().get(0)))
                .contains(
                        "blocks cannot be trusted here: the calibration kernel beside itself came out at +4.0 % (+3.");
        assertThat(suite.comparison().orElseThrow().counts().judged()).isZero();
        assertThat(suite.comparison().orElseThrow().geomean()).isEmpty();
    }

    @Test
    void limits_are_judged_all_the_same() {
        assertThat(judged(Measured.withControl(regressed("1 s"), MOVED)).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judged(Measured.withControl(regressed("1 us"), MOVED)).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void the_flaw_says_why_the_run_is_not_for_gating() {
        assertThat(ControlCheck.of(Measured.withControl(regressed(""), MOVED))
                        .flatMap(ControlCheck::flaw)
                        .orElseThrow())
                .startsWith("Not for gating: the calibration kernel beside itself came out at +4.0 %");
        assertThat(ControlCheck.of(Measured.withControl(regressed(""), 1, 1, 1)).flatMap(ControlCheck::flaw))
                .isEmpty();
    }

    @Test
    void what_is_beyond_chance_and_within_half_of_the_threshold_is_left_alone() {
        var small = Measured.withControl(regressed(""), 1.020, 1.021, 1.019, 1.020);

        assertThat(ControlCheck.of(small).orElseThrow().isMoved()).isFalse();
        assertThat(judged(small).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void of_fewer_than_three_blocks_nothing_is_said() {
        assertThat(ControlCheck.of(Measured.withControl(regressed(""), 1.5, 1.5)))
                .isEmpty();
        assertThat(ControlCheck.of(regressed(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 0.01", "3, 0.10", "4, 0.05", "10, 0.02", "10, 0.10"})
    void a_run_in_which_nothing_is_wrong_is_called_invalid_once_in_a_thousand_times_or_less(int blocks, double noise) {
        // 99.9 % of binomial counts of 10,000 at 0.1 %: at most 21.
        assertThat(moved(10_000, blocks, () -> noise * random.nextGaussian())).isLessThanOrEqualTo(21);
    }

    @Test
    void so_is_one_of_whose_forks_every_second_is_slower() {
        assertThat(moved(10_000, 6, () -> ofTwoModes() + 0.005 * random.nextGaussian()))
                .isLessThanOrEqualTo(21);
    }

    /** Three blocks are the same by chance once in 32 times: no kernel is fit for this whose forks come in two modes. */
    @Test
    void three_blocks_of_such_forks_are_called_invalid_more_often() {
        assertThat(moved(10_000, 3, () -> ofTwoModes() + 0.0005 * random.nextGaussian()))
                .isBetween(200L, 400L);
    }

    private double ofTwoModes() {
        var baseline = 0.1 * random.nextInt(2);
        return 0.1 * random.nextInt(2) - baseline;
    }

    @ParameterizedTest
    @CsvSource({"0.04, 6", "-0.04, 6", "0.06, 4", "0.03, 20"})
    void a_side_that_is_preferred_is_found(double bias, int blocks) {
        assertThat(moved(1_000, blocks, () -> bias + 0.005 * random.nextGaussian()))
                .isGreaterThanOrEqualTo(900);
    }

    private long moved(int runs, int blocks, DoubleSupplier logRatio) {
        var run = regressed("");
        return IntStream.range(0, runs)
                .filter(any -> ControlCheck.of(Measured.withControl(
                                run,
                                IntStream.range(0, blocks)
                                        .mapToDouble(block -> Math.exp(logRatio.getAsDouble()))
                                        .toArray()))
                        .orElseThrow()
                        .isMoved())
                .count();
    }

    /** @param limit of the mean; empty for none */
    private static Run regressed(String limit) {
        var benchmark = Measured.averageTime().forks(SLOWER).confirmedBy(SLOWER);
        return Measured.pairedRun(
                List.of(limit.isEmpty() ? benchmark : benchmark.limit("mean", limit)),
                List.of(Measured.averageTime().forks(BEFORE).forks(BEFORE)));
    }

    private static SuiteVerdict judged(Run run) {
        return new Judge(Policy.WARN).judge(List.of(run), Baseline.NONE);
    }
}
