package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkRun;
import java.util.List;

/**
 * What one side measured of a benchmark.
 *
 * @param name {@code candidate}, {@code baseline}, or empty where there is only one
 * @param many whether there are so many forks that nobody wants to scroll past them
 */
public record SideView(String name, boolean many, List<ForkRow> forks) {

    private static final int FEW = 30;

    /** Empty of a side that has none. */
    static List<SideView> of(String name, BenchmarkRun side) {
        var forks = ForkRow.of(side);
        return forks.isEmpty() ? List.of() : List.of(new SideView(name, forks.size() > FEW, forks));
    }
}
