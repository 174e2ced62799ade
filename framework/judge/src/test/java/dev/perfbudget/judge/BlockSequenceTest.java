package dev.perfbudget.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.judge.BlockSequence.Look;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.SampleVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown of blocks is what the verdict was made from. */
class BlockSequenceTest {

    private static final double[] BEFORE = {100, 130, 90, 110, 120};
    private static final double[] ALIKE = {100.4, 129.8, 90.1, 110.2, 119.9};
    private static final double[] SLOWER = {110, 144, 99, 121, 131};

    @Test
    void every_block_has_its_ratio_and_what_was_known_after_it() {
        var blocks = blocks(benchmark().forks(ALIKE), benchmark().forks(BEFORE));

        assertThat(blocks.screening()).hasSize(5);
        assertThat(blocks.screening().get(0).ratio()).isCloseTo(1.004, within(1e-9));
        assertThat(blocks.screening().get(0).estimate()).isCloseTo(1.004, within(1e-9));
        assertThat(blocks.screening().get(1).estimate()).isCloseTo(Math.sqrt(1.004 * 129.8 / 130), within(1e-9));
        assertThat(blocks.confirming()).isEmpty();
    }

    @Test
    void the_last_look_saw_what_the_verdict_says() {
        var candidate = benchmark().forks(ALIKE);
        var baseline = benchmark().forks(BEFORE);
        var comparison = verdict(candidate, baseline).verdict().compared().orElseThrow();

        assertThat(blocks(candidate, baseline).looks())
                .containsExactly(new Look(5, comparison.effect().orElseThrow()));
        assertThat(comparison.decidedBy()).isNotEqualTo(Location.EXACT);
    }

    @Test
    void blocks_that_confirm_begin_anew() {
        var blocks = blocks(
                benchmark().forks(SLOWER).confirmedBy(SLOWER),
                benchmark().forks(BEFORE).forks(BEFORE));

        assertThat(blocks.screening()).hasSize(5);
        assertThat(blocks.confirming()).hasSize(5);
        assertThat(blocks.confirming().get(0).estimate()).isCloseTo(1.1, within(1e-9));
    }

    private static BlockSequence blocks(Measured candidate, Measured baseline) {
        var run = Measured.pairedRun(List.of(candidate), List.of(baseline));
        return BlockSequence.of(
                        run.benchmarks().get(0),
                        run.pairing().orElseThrow().benchmarks().get(0).forks(),
                        verdict(candidate, baseline))
                .orElseThrow();
    }

    private static SampleVerdict verdict(Measured candidate, Measured baseline) {
        var run = Measured.pairedRun(List.of(candidate), List.of(baseline));
        return new Judge(Policy.WARN)
                .judge(List.of(run))
                .benchmarks()
                .get(0)
                .samples()
                .get(0);
    }

    private static Measured benchmark() {
        return Measured.averageTime();
    }
}
