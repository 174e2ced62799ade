package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertShare;
import static dev.perfbudget.statistics.Coverage.errors;
import static dev.perfbudget.statistics.Coverage.normal;
import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairedTTest {

    /** Of SciPy's {@code ttest_1samp} at level 0.99 of each bound; tolerance as in {@link WelchTTest}. */
    @Test
    void intervals_and_p_values_are_those_of_scipy() {
        assertThat(References.rows("paired-t.csv")).hasSizeGreaterThan(50).allSatisfy(row -> {
            var estimate = PairedT.of(numbers(row[0])).orElseThrow();
            var tolerance = within(1e-9 * (number(row[3]) - number(row[2])));
            assertThat(estimate.bounds(0.99).lower()).isCloseTo(number(row[2]), tolerance);
            assertThat(estimate.bounds(0.99).upper()).isCloseTo(number(row[3]), tolerance);
            assertThat(estimate.pAtMost(number(row[1]))).isCloseTo(number(row[4]), within(1e-10));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 30})
    void of_normal_differences_a_bound_is_wrong_as_rarely_as_its_level_says(int n) {
        var wrong = errors(
                20_000,
                n,
                random ->
                        PairedT.of(normal(n, random, 0.05, 0.02)).orElseThrow().pAtMost(0.05) < 0.01);
        assertShare(wrong, 20_000, 0.01);
    }

    @Test
    void the_mean_scales_shifts_and_turns_with_the_differences() {
        var random = new Random(9);
        for (var i = 0; i < 200; i++) {
            var differences = normal(2 + random.nextInt(9), random, 0.05, 0.02);
            var estimate = PairedT.of(differences).orElseThrow();
            var moved = PairedT.of(References.shifted(differences, 1)).orElseThrow();
            assertThat(moved.pAtMost(1.05)).isCloseTo(estimate.pAtMost(0.05), within(1e-9));
            var turned = PairedT.of(References.scaled(differences, -1e6)).orElseThrow();
            assertThat(turned.bounds(0.99).lower() / -1e6)
                    .isCloseTo(estimate.bounds(0.99).upper(), within(1e-12));
            assertThat(estimate.bounds(0.999).upper())
                    .isGreaterThan(estimate.bounds(0.99).upper());
        }
    }

    @Test
    void one_pair_is_too_few() {
        assertThat(PairedT.of(new double[] {0.1})).isEmpty();
        assertThat(PairedT.precisionWithMore(3, new double[] {0.1})).isEmpty();
    }

    @Test
    void equal_differences_are_certain() {
        assertThat(PairedT.of(new double[] {0.1, 0.1, 0.1})).contains(new TEstimate(0.1, 0, 2));
    }

    @Test
    void no_more_pairs_are_as_precise_as_these() {
        var differences = new double[] {0.1, 0.3, 0.25, 0.4};
        assertThat(PairedT.precisionWithMore(0, differences))
                .contains(PairedT.of(differences).orElseThrow().precision());
        assertThat(PairedT.precisionWithMore(12, differences).orElseThrow().degreesOfFreedom())
                .isEqualTo(15);
    }
}
