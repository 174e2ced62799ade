package dev.perfbudget.model.json;

import dev.perfbudget.statistics.StudentTBounds;
import java.util.Arrays;
import java.util.List;

/**
 * What JMH says of all iterations of all forks together, by its own formulas, for tools that read nothing else. Its error is
 * too small, as iterations of one fork are alike: no verdict uses it.
 *
 * @param values in ascending order
 * @param mean NaN if a value is
 * @param error half the width of the 99.9 % interval by Student's t; NaN for less than three values
 */
record JmhStatistics(List<Double> values, double mean, double error) {

    static final List<Double> PERCENTS = List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);

    private static final double ONE_SIDED = 0.9995;
    private static final int FEWEST = 3;

    JmhStatistics {
        values = List.copyOf(values);
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
        return new JmhStatistics(Arrays.stream(sorted).boxed().toList(), mean, error);
    }

    /** Between the values beside the place {@code percent · (n + 1) / 100}, as Commons Math reckons by default. */
    double percentile(double percent) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        var place = percent / 100 * (values.size() + 1);
        if (place < 1) {
            return values.get(0);
        }
        if (place >= values.size()) {
            return values.get(values.size() - 1);
        }
        var below = (int) place;
        var lower = values.get(below - 1);
        return lower + (place - below) * (values.get(below) - lower);
    }
}
