package dev.perfbudget.model.json;

import dev.perfbudget.statistics.StudentTBounds;
import dev.perfbudget.statistics.WeightedQuantile;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What JMH says of all iterations of all forks together, by its own formulas, for tools that read nothing else. Its error is
 * too small, as iterations of one fork are alike: no verdict uses it.
 *
 * @param counts of iterations by their values
 * @param mean NaN if a value is
 * @param error half the width of the 99.9 % interval by Student's t; NaN for less than three values
 */
record JmhStatistics(SortedMap<Double, Long> counts, double mean, double error) {

    static final List<Double> PERCENTS = List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);

    private static final double ONE_SIDED = 0.9995;
    private static final int FEWEST = 3;

    JmhStatistics {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    static JmhStatistics of(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        var hasError = sorted.length >= FEWEST && Double.isFinite(mean);
        var error = hasError
                ? StudentTBounds.ofMean(sorted, ONE_SIDED)
                        .map(bounds -> bounds.upper() - bounds.point())
                        .orElse(Double.NaN)
                : Double.NaN;
        var counts = values.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return new JmhStatistics(counts, mean, error);
    }

    /** Type 6 of Hyndman and Fan; NaN if there is no value. */
    double percentile(double percent) {
        return counts.isEmpty() ? Double.NaN : WeightedQuantile.of(counts, percent / 100);
    }
}
