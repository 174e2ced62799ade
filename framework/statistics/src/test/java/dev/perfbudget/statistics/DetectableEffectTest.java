package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectableEffectTest {

    /**
     * The noncentral t distribution integrated with 18 digits by mpmath, solved by SciPy's {@code brentq}; where SciPy's
     * {@code nct} is exact (noncentrality below 30) they agree to 1e-6. Solved here to 1e-9.
     */
    @Test
    void effects_are_those_of_the_noncentral_t_distribution() {
        assertThat(References.rows("detectable-effect.csv")).hasSize(168).allSatisfy(row -> {
            var freedom = row[0].equals("inf") ? Double.POSITIVE_INFINITY : number(row[0]);
            var effect = DetectableEffect.of(new Precision(0.5, freedom), number(row[1]), number(row[2]));
            assertThat(effect).isCloseTo(0.5 * number(row[3]), within(1e-7 * number(row[3])));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10, 30})
    void the_effect_is_found_in_four_of_five_simulations(int n) {
        var effect = DetectableEffect.of(new Precision(0.1 * Math.sqrt(1.0 / n), n - 1), 0.01, 0.8);
        var found = Coverage.errors(
                5_000,
                n,
                random -> PairedT.of(Coverage.normal(n, random, effect, 0.1))
                                .orElseThrow()
                                .pAtMost(0)
                        < 0.01);
        Coverage.assertShare(found, 5_000, 0.8);
    }

    @Test
    void power_is_the_inverse() {
        var precision = new Precision(0.02, 6.5);
        assertThat(DetectableEffect.power(precision, 0.005, DetectableEffect.of(precision, 0.005, 0.8)))
                .isCloseTo(0.8, within(1e-8));
        assertThat(DetectableEffect.power(precision, 0.005, 0)).isCloseTo(0.005, within(1e-10));
    }

    @Test
    void what_is_certain_finds_every_effect() {
        assertThat(DetectableEffect.of(new Precision(0, 4), 0.01, 0.8)).isZero();
        assertThat(DetectableEffect.power(new Precision(0, 4), 0.01, 1e-9)).isOne();
    }

    @Test
    void a_power_below_alpha_is_refused() {
        assertThatThrownBy(() -> DetectableEffect.of(new Precision(1, 4), 0.01, 0.005))
                .hasMessageContaining("[0.005]");
        assertThatThrownBy(() -> DetectableEffect.of(new Precision(1, 4), 1, 0.8))
                .hasMessageContaining("[1.0]");
    }

    @Test
    void forks_needed_is_the_smallest_number_that_finds_the_effect() {
        var differences = new double[] {0.02, 0.05, 0.09, 0.01};
        var more = ForksNeeded.toFind(0.03, 0.01, 0.8, 1000, n -> PairedT.precisionWithMore(n, differences)
                        .orElseThrow())
                .orElseThrow();
        assertThat(effectWith(more, differences)).isLessThanOrEqualTo(0.03);
        assertThat(effectWith(more - 1, differences)).isGreaterThan(0.03);
        // A normal approximation, (z(0.99) + z(0.8))² s² / 0.03², says 14.
        assertThat(more + 4).isBetween(14, 19);
    }

    /** By trying one number after the other with SciPy's {@code nct}: whole numbers, no tolerance. */
    @Test
    void forks_needed_are_those_found_with_scipy() {
        assertThat(References.rows("forks-needed.csv")).hasSize(24).allSatisfy(row -> {
            var differences = References.numbers(row[0]);
            assertThat(ForksNeeded.toFind(
                            number(row[1]), number(row[2]), number(row[3]), 1000, n -> PairedT.precisionWithMore(
                                            n, differences)
                                    .orElseThrow()))
                    .hasValue((int) number(row[4]));
        });
    }

    @Test
    void the_effect_grows_with_the_error_and_the_power_and_shrinks_with_alpha_and_degrees_of_freedom() {
        var effect = DetectableEffect.of(new Precision(0.02, 8), 0.005, 0.8);
        assertThat(DetectableEffect.of(new Precision(0.04, 8), 0.005, 0.8)).isCloseTo(2 * effect, within(1e-12));
        assertThat(DetectableEffect.of(new Precision(0.02, 8), 0.005, 0.9)).isGreaterThan(effect);
        assertThat(DetectableEffect.of(new Precision(0.02, 8), 0.01, 0.8)).isLessThan(effect);
        assertThat(DetectableEffect.of(new Precision(0.02, 9), 0.005, 0.8)).isLessThan(effect);
    }

    @Test
    void no_forks_are_needed_where_the_effect_is_found_already() {
        assertThat(ForksNeeded.toFind(1, 0.01, 0.8, 1000, n -> new Precision(0.01, 9)))
                .hasValue(0);
    }

    @Test
    void no_number_of_forks_finds_what_sessions_hide() {
        var side = NestedMean.of(new double[] {1, 1.01, 1.02});
        var needed = ForksNeeded.toFind(
                0.05, 0.01, 0.8, 10_000, n -> WelchT.precisionWithMore(n, n, side, side, VarianceEstimate.known(0.0009))
                        .orElseThrow());
        assertThat(needed).isEmpty();
    }

    private static double effectWith(int more, double[] differences) {
        return DetectableEffect.of(PairedT.precisionWithMore(more, differences).orElseThrow(), 0.01, 0.8);
    }
}
