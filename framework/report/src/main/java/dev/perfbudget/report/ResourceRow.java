package dev.perfbudget.report;

import dev.perfbudget.judge.ForkFigure;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Resource;
import dev.perfbudget.model.StandardMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What forks used of something.
 *
 * @param metric as limits name it
 * @param candidate the middle one of its forks and, where they differ, between what they lie
 * @param baseline the same; empty where it is not known
 */
public record ResourceRow(String metric, String candidate, String baseline) {

    private static final List<StandardMetric> OF_OPERATIONS =
            List.of(StandardMetric.ALLOCATION, StandardMetric.CPU, StandardMetric.GC_TIME);

    /** @param baseline without forks where there is none */
    static List<ResourceRow> of(BenchmarkRun candidate, BenchmarkRun baseline) {
        var rows = new ArrayList<ResourceRow>();
        OF_OPERATIONS.forEach(
                metric -> add(rows, metric.label(), figures(candidate, metric), figures(baseline, metric)));
        Stream.of(Resource.values())
                .forEach(resource ->
                        add(rows, resource.label(), figures(candidate, resource), figures(baseline, resource)));
        return List.copyOf(rows);
    }

    private static void add(List<ResourceRow> rows, String metric, List<Quantity> candidate, List<Quantity> baseline) {
        if (!candidate.isEmpty()) {
            rows.add(new ResourceRow(metric, words(candidate), baseline.isEmpty() ? "" : words(baseline)));
        }
    }

    private static List<Quantity> figures(BenchmarkRun side, StandardMetric metric) {
        return side.forks().stream()
                .map(fork -> ForkFigure.of(metric, side, fork))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Quantity> figures(BenchmarkRun side, Resource resource) {
        return side.forks().stream()
                .map(fork -> fork.resources().get(resource.label()))
                .filter(Objects::nonNull)
                .filter(Double::isFinite)
                .map(value -> new Quantity(value, resource.unit()))
                .toList();
    }

    /** {@code 61.3 KB (60.1 KB to 64 KB)}. */
    private static String words(List<Quantity> figures) {
        var sorted = figures.stream()
                .sorted(Comparator.comparingDouble(Quantity::value))
                .map(Quantity::print)
                .toList();
        var least = sorted.get(0);
        var most = sorted.get(sorted.size() - 1);
        var middle = sorted.get(sorted.size() / 2);
        return least.equals(most) ? middle : middle + " (" + least + " to " + most + ")";
    }
}
