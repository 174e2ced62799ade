package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedQuantileTest {

    @Test
    void quantiles_are_those_of_numpy_over_the_single_values() {
        // Only a linear interpolation is rounded.
        assertThat(References.rows("quantiles.csv")).hasSizeGreaterThan(200).allSatisfy(row -> assertThat(
                        WeightedQuantile.of(histogram(row[0], row[1]), Double.parseDouble(row[2])))
                .isCloseTo(Double.parseDouble(row[3]), within(1e-12 * Math.abs(Double.parseDouble(row[3])))));
    }

    @Test
    void a_high_quantile_of_few_values_is_the_largest() {
        assertThat(WeightedQuantile.of(histogram("1 2 3", "10 20 20"), 0.99)).isEqualTo(3);
    }

    @Test
    void counts_beyond_an_int_are_counted() {
        var counts = new TreeMap<>(Map.of(1.0, 1L << 40, 2.0, 1L << 40));
        assertThat(WeightedQuantile.of(counts, 0.5)).isBetween(1.0, 2.0);
        assertThat(WeightedQuantile.of(counts, 0.51)).isEqualTo(2);
    }

    @Test
    void a_probability_is_from_zero_to_one() {
        assertThatThrownBy(() -> WeightedQuantile.of(histogram("1", "1"), 99)).hasMessageContaining("[99.0]");
    }

    private static SortedMap<Double, Long> histogram(String values, String counts) {
        var value = numbers(values);
        var count = numbers(counts);
        var histogram = new TreeMap<Double, Long>();
        IntStream.range(0, value.length).forEach(i -> histogram.put(value[i], (long) count[i]));
        return histogram;
    }
}
