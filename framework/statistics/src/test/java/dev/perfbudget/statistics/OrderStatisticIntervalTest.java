package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStatisticIntervalTest {

    /** Of SciPy's {@code quantile_test(...).confidence_interval}, one-sided; values of the sample, so exactly those. */
    @Test
    void bounds_are_those_of_scipy() {
        assertThat(References.rows("order-statistics.csv"))
                .hasSizeGreaterThan(70)
                .allSatisfy(row -> {
                    var interval = OrderStatisticInterval.of(numbers(row[0]), number(row[1]), number(row[2]));
                    assertThat(interval.lower()).isEqualTo(bound(row[3]));
                    assertThat(interval.upper()).isEqualTo(bound(row[4]));
                });
    }

    @ParameterizedTest
    @CsvSource({"3, 0.5", "5, 0.5", "10, 0.5", "30, 0.5", "30, 0.9", "100, 0.99"})
    void each_bound_is_wrong_no_more_often_than_its_level_says(int n, double probability) {
        for (var skewed : new boolean[] {false, true}) {
            var wrong = Coverage.errors(10_000, n, random -> {
                var values = Coverage.values(
                        n, random, source -> skewed ? Math.exp(3 * source.nextDouble()) : source.nextDouble());
                var truth = skewed ? Math.exp(3 * probability) : probability;
                var interval = OrderStatisticInterval.of(values, probability, 0.95);
                return interval.upper().filter(upper -> upper < truth).isPresent()
                        || interval.lower().filter(lower -> lower > truth).isPresent();
            });
            Coverage.assertAtMost(wrong, 10_000, 0.1);
        }
    }

    @Test
    void a_bound_that_no_rank_reaches_is_absent() {
        var few = OrderStatisticInterval.of(new double[458], 0.99, 0.99);
        assertThat(few.upper()).isEmpty();
        assertThat(few.lower()).contains(0.0);
        assertThat(OrderStatisticInterval.of(new double[459], 0.99, 0.99).upper())
                .contains(0.0);
        var none = OrderStatisticInterval.of(new double[] {}, 0.5, 0.99);
        assertThat(none).isEqualTo(new OrderStatisticInterval(Optional.empty(), Optional.empty(), 0.99));
    }

    @Test
    void the_median_has_both_bounds_from_seven_values_on() {
        var values = new double[] {7, 1, 6, 2, 5, 3, 4};
        assertThat(OrderStatisticInterval.of(values, 0.5, 0.99))
                .isEqualTo(new OrderStatisticInterval(Optional.of(1.0), Optional.of(7.0), 0.99));
    }

    private static Optional<Double> bound(String cell) {
        return cell.equals("none") ? Optional.empty() : Optional.of(number(cell));
    }
}
