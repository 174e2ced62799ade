package dev.perfbudget.runner.execution;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Side;
import dev.perfbudget.statistics.CommonWarmup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much warmup the next fork of a benchmark gets: all that may be asked for until it is known when forks become
 * steady, then half as much again as they needed, and two.
 *
 * <p>They needed as much as three of four of them show, each by itself, or as those of a side show together, if that is
 * less. Not as much as the slowest: the machine disturbs one fork in a while so that it looks unsteady, and all after it
 * would warm up for nothing. Where it disturbs most of them, at different times, only all together tell. The side that
 * needs more counts: half of all forks would hide what only the others have.
 */
final class LearnedWarmup {

    private static final double SHARE = 0.75;
    private static final double RESERVE = 1.5;
    private static final int EXTRA = 2;

    private int cap;
    private final List<Integer> steadyFrom = new ArrayList<>();
    private final Map<Side, List<double[]>> series = new EnumMap<>(Side.class);

    LearnedWarmup(int cap) {
        this.cap = cap;
    }

    /** From now on no more may be asked for than this. */
    void limit(int iterations) {
        cap = iterations;
    }

    /** A fork that never became steady counts as one that needs all. */
    void learn(Side side, Fork fork) {
        steadyFrom.add(fork.steadiness().steady() ? fork.steadiness().from() : cap);
        series.computeIfAbsent(side, first -> new ArrayList<>()).add(fork.scores());
    }

    /** What an audit has seen before; it counts as one fork. */
    void expectSteadyFrom(int iteration) {
        steadyFrom.add(iteration);
    }

    int iterations() {
        if (steadyFrom.isEmpty()) {
            return cap;
        }
        var needed = Math.min(byMost(), together());
        return Math.min(cap, (int) Math.ceil(needed * RESERVE) + EXTRA);
    }

    private int byMost() {
        var rank = (int) Math.ceil(steadyFrom.size() * SHARE);
        return steadyFrom.stream().sorted().skip(rank - 1L).findFirst().orElse(cap);
    }

    private int together() {
        return series.values().stream()
                .map(CommonWarmup::of)
                .mapToInt(found -> found.steady() ? found.from() : cap)
                .max()
                .orElse(cap);
    }
}
