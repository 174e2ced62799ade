package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTBoundsTest {

    /** Quantiles of t agree to 12 digits; a bound near zero is a difference of large numbers. */
    private static final double TOLERANCE = 1e-11;

    private static final int SAMPLES = 20_000;

    @Test
    void bounds_are_those_of_scipy() {
        assertThat(References.rows("student-t.csv")).hasSize(44).allSatisfy(row -> {
            var values = numbers(row[0]);
            var size = DoubleStream.of(values).max().orElseThrow();
            var bounds =
                    StudentTBounds.ofMean(values, Double.parseDouble(row[1])).orElseThrow();
            var width = Math.abs(bounds.upper()) + Math.abs(bounds.lower()) + size;
            assertThat(bounds.lower()).isCloseTo(Double.parseDouble(row[2]), within(width * TOLERANCE));
            assertThat(bounds.upper()).isCloseTo(Double.parseDouble(row[3]), within(width * TOLERANCE));
        });
    }

    @Test
    void bounds_of_the_geometric_mean_are_those_of_scipy() {
        assertThat(References.rows("student-t.csv")).allSatisfy(row -> {
            var bounds = StudentTBounds.ofGeometricMean(numbers(row[0]), Double.parseDouble(row[1]))
                    .orElseThrow();
            // The logarithm of a value of 1e-300 is -690: its rounding is 1e-13 of the value.
            assertThat(bounds.lower() / Double.parseDouble(row[4])).isCloseTo(1, within(1e-10));
            assertThat(bounds.upper() / Double.parseDouble(row[5])).isCloseTo(1, within(1e-10));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 30})
    void of_normal_values_each_bound_is_wrong_as_rarely_as_its_level_says(int n) {
        var random = new Random(n);
        assertThat(errors(n, 0.99, 10, () -> 10 + random.nextGaussian())).isBetween(140, 260);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 30})
    void of_log_normal_values_the_bounds_of_the_geometric_mean_are(int n) {
        var random = new Random(n);
        var below = 0;
        for (var sample = 0; sample < SAMPLES; sample++) {
            var values = DoubleStream.generate(() -> Math.exp(random.nextGaussian()))
                    .limit(n)
                    .toArray();
            below += StudentTBounds.ofGeometricMean(values, 0.99).orElseThrow().upper() < 1 ? 1 : 0;
        }
        assertThat(below).isBetween(140, 260);
    }

    @Test
    void bounds_scale_with_the_values() {
        var values = new double[] {3, 4, 5, 9};
        var bounds = StudentTBounds.ofGeometricMean(values, 0.99).orElseThrow();
        for (var factor : new double[] {1e-9, 1e9}) {
            var scaled = StudentTBounds.ofGeometricMean(References.scaled(values, factor), 0.99)
                    .orElseThrow();
            assertThat(scaled.lower() / factor).isCloseTo(bounds.lower(), within(1e-12));
            assertThat(scaled.upper() / factor).isCloseTo(bounds.upper(), within(1e-12));
        }
    }

    @Test
    void equal_values_have_no_width() {
        var bounds = new OneSidedBounds(0.1, 0.1, 0.1, 0.99);
        assertThat(StudentTBounds.ofMean(new double[] {0.1, 0.1, 0.1}, 0.99)).contains(bounds);
        assertThat(StudentTBounds.ofGeometricMean(new double[] {0.1, 0.1, 0.1}, 0.99))
                .contains(bounds);
    }

    @Test
    void one_value_has_no_bounds() {
        assertThat(StudentTBounds.ofMean(new double[] {1}, 0.99)).isEmpty();
        assertThat(StudentTBounds.ofGeometricMean(new double[] {}, 0.99)).isEmpty();
    }

    @Test
    void bounds_beyond_what_a_double_holds_are_none() {
        assertThat(StudentTBounds.ofGeometricMean(new double[] {1e-200, 1e200}, 0.99))
                .isEmpty();
    }

    @Test
    void zero_has_no_logarithm() {
        assertThatThrownBy(() -> StudentTBounds.ofGeometricMean(new double[] {1, 0}, 0.99))
                .hasMessage("Only values above zero have a geometric mean, not [0.0]");
    }

    /** How often the upper bound is below the true mean; the limits of the assertion are ±4 standard errors of 200. */
    private static int errors(int n, double level, double mean, DoubleSupplier value) {
        var errors = 0;
        for (var sample = 0; sample < SAMPLES; sample++) {
            var values = DoubleStream.generate(value).limit(n).toArray();
            errors += StudentTBounds.ofMean(values, level).orElseThrow().upper() < mean ? 1 : 0;
        }
        return errors;
    }
}
