package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

    private static final int SERIES = 5_000;

    @Test
    void a_series_is_cut_into_equal_neighbours_and_its_start_left_out() {
        assertThat(Batches.of(List.of(1, 2, 3, 4, 5, 6, 7)))
                .containsExactly(List.of(2, 3), List.of(4, 5), List.of(6, 7));
    }

    @Test
    void there_are_at_most_ten_batches() {
        var batches = Batches.of(IntStream.range(0, 105).boxed().toList());
        assertThat(batches).hasSize(10).allMatch(batch -> batch.size() == 10);
        assertThat(batches.get(0)).startsWith(5);
    }

    @Test
    void too_short_a_series_has_none() {
        assertThat(Batches.of(List.of(1, 2, 3, 4, 5))).isEmpty();
    }

    /** The series cut by NumPy, with SciPy's standard error and t: quantiles of t agree to 12 digits. */
    @Test
    void intervals_of_batch_means_are_those_of_scipy() {
        assertThat(References.rows("batch-means.csv")).hasSize(24).allSatisfy(row -> {
            var series = DoubleStream.of(numbers(row[0])).boxed().toList();
            var bounds = StudentTBounds.ofMean(means(series), 0.99).orElseThrow();
            var tolerance = within(1e-9 * (number(row[2]) - number(row[1])));
            assertThat(bounds.lower()).isCloseTo(number(row[1]), tolerance);
            assertThat(bounds.upper()).isCloseTo(number(row[2]), tolerance);
        });
    }

    /**
     * Realised error of a 99 % bound from batch means, per mille: what a memory from one iteration to the next costs.
     * The rates are of 200 000 series; the assertion leaves four standard errors of its 5000.
     */
    @ParameterizedTest(name = "{0} iterations, autocorrelation {1}: {2} per mille wrong")
    @CsvSource({
        "10, 0, 10.2",
        "10, 0.3, 18.6",
        "10, 0.6, 47.2",
        "30, 0, 10.1",
        "100, 0, 10.1",
        "100, 0.3, 12.0",
        "100, 0.6, 16.4"
    })
    void memory_in_the_series_costs_coverage_while_batches_are_short(int length, double memory, double perMille) {
        var random = new Random(length);
        var wrong = 0;
        for (var series = 0; series < SERIES; series++) {
            var means = means(autoregressive(length, memory, random));
            wrong += StudentTBounds.ofMean(means, 0.99).orElseThrow().upper() < 0 ? 1 : 0;
        }
        var standardError = Math.sqrt(perMille * (1000 - perMille) / SERIES);
        assertThat(1000.0 * wrong / SERIES).isCloseTo(perMille, within(4 * standardError));
    }

    private static double[] means(List<Double> series) {
        return Batches.of(series).stream()
                .mapToDouble(batch -> batch.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private static List<Double> autoregressive(int length, double memory, Random random) {
        var start = random.nextGaussian() / Math.sqrt(1 - memory * memory);
        return Stream.iterate(start, value -> memory * value + random.nextGaussian())
                .limit(length)
                .toList();
    }
}
