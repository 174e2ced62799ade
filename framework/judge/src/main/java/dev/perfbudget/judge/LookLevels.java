package dev.perfbudget.judge;

import dev.perfbudget.statistics.AlphaSpending;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At which level benchmarks are judged at each number of blocks. There are few alphas and many looks, and each level is
 * an integral: so they are remembered.
 */
final class LookLevels {

    private static final Map<LookLevels.Plan, LookLevels> KNOWN = new ConcurrentHashMap<>();

    private final Plan plan;
    private final AlphaSpending spending;
    private final Map<Integer, Double> levels = new ConcurrentHashMap<>();

    private LookLevels(Plan plan) {
        this.plan = plan;
        this.spending = AlphaSpending.of(plan.alpha, plan.looks);
    }

    /**
     * The levels.
     *
     * @param alpha of all looks together
     * @param looks that were planned
     */
    static LookLevels of(double alpha, List<Integer> looks) {
        return KNOWN.computeIfAbsent(new Plan(alpha, looks), LookLevels::new);
    }

    AlphaSpending spending() {
        return spending;
    }

    /** The level at so many blocks, also where a benchmark ended between two looks. */
    double at(int blocks) {
        return spending.levelAt(blocks)
                .orElseGet(() -> levels.computeIfAbsent(
                        blocks, ended -> AlphaSpending.levelAfter(ended, plan.alpha, plan.looks)));
    }

    private record Plan(double alpha, List<Integer> looks) {}
}
