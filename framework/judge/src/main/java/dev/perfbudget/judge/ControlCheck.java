package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Side;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.statistics.PairedT;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether the calibration kernel beside itself was found alike: if not, nothing that blocks say can be trusted.
 *
 * <p>Formula: {@code mean(d) ± t(0.9995; n - 1) · s / √n} over the blocks' logarithms of ratios, of which the truth is 0.
 * It has moved if the interval leaves 0 out and the point is beyond half of the smallest threshold of the run: so a run in
 * which nothing is wrong is called invalid once in a thousand times, or less.
 *
 * @param blocks of the kernel
 * @param effect its ratio with the interval
 * @param allowed ratio, upwards and, inverted, downwards, up to which it is left alone whatever the interval says
 */
public record ControlCheck(int blocks, EffectSize effect, double allowed) {

    /** Of the two-sided interval. */
    public static final double LEVEL = 0.999;

    /** Of fewer the interval says nothing. */
    public static final int FEWEST_BLOCKS = 3;

    /** Of a run; empty if it has no control, or too few blocks of it. */
    public static Optional<ControlCheck> of(Run run) {
        return run.pairing()
                .flatMap(pairing -> pairing.control())
                .filter(control -> control.blocks().size() >= FEWEST_BLOCKS)
                .flatMap(control -> effect(control.blocks())
                        .map(effect -> new ControlCheck(control.blocks().size(), effect, allowed(run))));
    }

    private static double allowed(Run run) {
        var smallest = run.benchmarks().stream()
                .map(BenchmarkRun::budget)
                .mapToDouble(Budget::threshold)
                .min()
                .orElse(Budget.NONE.threshold());
        return Math.sqrt(1 + smallest);
    }

    private static Optional<EffectSize> effect(List<BlockForks> blocks) {
        var baseline = values(blocks, BlockForks::baseline);
        var candidate = values(blocks, BlockForks::candidate);
        var isUsable = baseline.whyNoRatio(Side.BASELINE).isEmpty()
                && candidate.whyNoRatio(Side.CANDIDATE).isEmpty()
                && Blocks.match(baseline, candidate);
        return isUsable
                ? PairedT.of(Blocks.of(baseline, candidate).at(Location.QUANTILE))
                        .map(found -> {
                            var bounds = found.bounds((1 + LEVEL) / 2);
                            return new EffectSize(
                                    Math.exp(found.point()),
                                    Optional.of(new ConfidenceInterval(
                                            Math.exp(bounds.lower()), Math.exp(bounds.upper()), LEVEL)));
                        })
                : Optional.empty();
    }

    private static SampleValues values(List<BlockForks> blocks, Function<BlockForks, Fork> side) {
        var forks = blocks.stream().map(side).toList();
        return SampleValues.of(
                RunMeasurements.of(forks, List.of(), "control").samples().get(0));
    }

    /** Whether blocks of this run cannot be trusted. */
    public boolean isMoved() {
        var interval = effect.interval().orElseThrow();
        return (interval.lower() > 1 && effect.ratio() > allowed)
                || (interval.upper() < 1 && effect.ratio() < 1 / allowed);
    }

    /** {@code Control: the calibration kernel beside itself, 4 blocks: -0.2 % (-1.1 to +0.8 %, 99.9 %)}. */
    public String note() {
        return "Control: the calibration kernel beside itself, " + blocks + " blocks: " + change(effect);
    }

    /** Why the run is not for gating, if it is not. */
    public Optional<String> flaw() {
        return isMoved()
                ? Optional.of("Not for gating: the calibration kernel beside itself came out at " + change(effect)
                        + ", so this machine, or the way of measuring, prefers one side")
                : Optional.empty();
    }

    /** The same samples, none of them judged. */
    SuiteComparison invalid(SuiteComparison comparison) {
        var reason = new InvalidReason.ControlMoved(effect);
        var verdicts = comparison.verdicts().stream()
                .map(sample -> sample.verdict().compared().isPresent() ? sample.invalid(reason) : sample)
                .toList();
        return new SuiteComparison(comparison.rules(), verdicts, Optional.empty());
    }

    /** {@code -0.2 % (-1.1 to +0.8 %, 99.9 %)}. */
    static String change(EffectSize effect) {
        return percent(effect.ratio()) + " %"
                + effect.interval()
                        .map(interval -> " (" + percent(interval.lower()) + " to " + percent(interval.upper()) + " %, "
                                + String.format(Locale.ROOT, "%.1f %%)", 100 * interval.level()))
                        .orElse("");
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%+.1f", 100 * (ratio - 1));
    }
}
