package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkRun;
import java.util.List;

/**
 * What one side measured of a benchmark.
 *
 * @param name {@code candidate}, {@code baseline}, or empty where there is only one
 */
public record SideView(String name, List<ForkRow> forks) {

    /** Empty of a side that has none. */
    static List<SideView> of(String name, BenchmarkRun side) {
        return side.forks().isEmpty() ? List.of() : List.of(new SideView(name, ForkRow.of(side)));
    }
}
