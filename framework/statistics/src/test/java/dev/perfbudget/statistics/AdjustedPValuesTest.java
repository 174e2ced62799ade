package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AdjustedPValuesTest {

    /** One product and one quotient are rounded. */
    private static final Offset<Double> ROUNDED = Offset.offset(1e-15);

    /** Benjamini and Hochberg by SciPy's {@code false_discovery_control}; Holm by NumPy's running maximum. */
    @Test
    void adjusted_p_values_are_those_of_scipy() {
        assertThat(References.rows("adjusted-p.csv")).hasSize(20).allSatisfy(row -> {
            assertThat(Holm.adjusted(numbers(row[0]))).containsExactly(numbers(row[1]), ROUNDED);
            assertThat(BenjaminiHochberg.adjusted(numbers(row[0]))).containsExactly(numbers(row[2]), ROUNDED);
        });
    }

    /** Table 1 of Benjamini and Hochberg (1995): at 5 % theirs rejects four of fifteen hypotheses, Holm's three. */
    @Test
    void the_published_example_comes_out_as_published() {
        var published = new double[] {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };
        assertThat(rejected(BenjaminiHochberg.adjusted(published))).isEqualTo(4);
        assertThat(rejected(Holm.adjusted(published))).isEqualTo(3);
    }

    @Test
    void adjusting_keeps_order_and_never_makes_smaller() {
        for (UnaryOperator<double[]> method :
                List.<UnaryOperator<double[]>>of(Holm::adjusted, BenjaminiHochberg::adjusted)) {
            var random = new Random(6);
            for (var i = 0; i < 100; i++) {
                var pValues = Coverage.values(1 + random.nextInt(30), random, Random::nextDouble);
                var adjusted = method.apply(pValues);
                for (var k = 0; k < pValues.length; k++) {
                    assertThat(adjusted[k]).isBetween(pValues[k], 1.0);
                }
                Arrays.sort(pValues);
                assertThat(Arrays.stream(method.apply(pValues)).boxed()).isSortedAccordingTo(Comparator.naturalOrder());
            }
        }
    }

    @Test
    void holm_rejects_a_true_hypothesis_of_a_suite_no_more_often_than_alpha() {
        var wrong = Coverage.errors(
                10_000, 8, random -> rejected(Holm.adjusted(Coverage.values(20, random, Random::nextDouble))) > 0);
        Coverage.assertAtMost(wrong, 10_000, 0.05);
    }

    @Test
    void what_is_no_p_value_is_refused() {
        assertThatThrownBy(() -> Holm.adjusted(new double[] {0.1, 1.1})).hasMessageContaining("[1.1]");
        assertThatThrownBy(() -> BenjaminiHochberg.adjusted(new double[] {Double.NaN}))
                .hasMessageContaining("[NaN]");
    }

    private static long rejected(double[] adjusted) {
        return Arrays.stream(adjusted).filter(pValue -> pValue <= 0.05).count();
    }
}
