package dev.perfbudget.report;

import java.util.List;

/**
 * Where one gets from a benchmark's page.
 *
 * @param previous at most one
 * @param next at most one
 * @param position {@code 3 of 12}
 */
public record NeighbourView(List<BenchmarkName> previous, List<BenchmarkName> next, String position) {

    static NeighbourView of(List<BenchmarkName> all, int index) {
        return new NeighbourView(
                all.subList(Math.max(0, index - 1), index),
                all.subList(index + 1, Math.min(all.size(), index + 2)),
                (index + 1) + " of " + all.size());
    }
}
