package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectSizesTest {

    /** Logarithms of gamma functions up to 30 have 15 digits, their difference 13; values of 1e9 have seven to lose. */
    @Test
    void cohens_d_and_hedges_g_are_those_of_scipy() {
        assertThat(References.rows("effect-sizes.csv")).hasSize(25).allSatisfy(row -> {
            var effect = CohensD.of(numbers(row[0]), numbers(row[1])).orElseThrow();
            assertThat(effect.d()).isCloseTo(number(row[2]), within(1e-9));
            assertThat(effect.hedgesG()).isCloseTo(number(row[3]), within(1e-9));
        });
    }

    /** NumPy's mean over its standard deviation, equal to the statistic of SciPy's {@code ttest_1samp} over {@code √n}. */
    @Test
    void effect_sizes_of_pairs_are_those_of_scipy() {
        assertThat(References.rows("paired-effect-sizes.csv")).hasSize(24).allSatisfy(row -> {
            var effect = CohensD.ofPairs(numbers(row[0])).orElseThrow();
            assertThat(effect.d()).isCloseTo(number(row[1]), within(1e-11 * Math.abs(number(row[1]))));
            assertThat(effect.hedgesG()).isCloseTo(number(row[2]), within(1e-11 * Math.abs(number(row[2]))));
        });
    }

    @Test
    void effect_sizes_depend_neither_on_unit_nor_on_a_common_part_and_turn_with_the_sides() {
        var random = new Random(8);
        for (var i = 0; i < 200; i++) {
            var baseline = Coverage.normal(2 + random.nextInt(6), random, 0, 1);
            var candidate = Coverage.normal(2 + random.nextInt(6), random, 1, 1);
            var effect = CohensD.of(baseline, candidate).orElseThrow();
            var moved = CohensD.of(changed(baseline), changed(candidate)).orElseThrow();
            assertThat(moved.d()).isCloseTo(effect.d(), within(1e-10));
            assertThat(CohensD.of(candidate, baseline).orElseThrow().hedgesG())
                    .isCloseTo(-effect.hedgesG(), within(1e-12));
            assertThat(Math.abs(effect.hedgesG())).isLessThanOrEqualTo(Math.abs(effect.d()));
            var dominance = CliffsDelta.of(baseline, candidate);
            assertThat(CliffsDelta.of(changed(baseline), changed(candidate))).isEqualTo(dominance);
            assertThat(CliffsDelta.of(candidate, baseline)).isEqualTo(-dominance);
        }
    }

    /** Counted with NumPy, and equal to {@code 2 U / (n m) - 1} of SciPy's {@code mannwhitneyu}; sums of whole numbers. */
    @Test
    void cliffs_delta_is_that_of_numpy() {
        assertThat(References.rows("effect-sizes.csv"))
                .allSatisfy(row -> assertThat(CliffsDelta.of(numbers(row[0]), numbers(row[1])))
                        .isCloseTo(number(row[4]), within(1e-15)));
    }

    /** Where the gamma function is known in closed form. */
    @Test
    void the_correction_is_that_of_hedges() {
        var root = Math.sqrt(Math.PI);
        assertThat(correction(2)).isCloseTo(1 / root, within(1e-14));
        assertThat(correction(3)).isCloseTo(root / 2 / Math.sqrt(1.5), within(1e-14));
        assertThat(correction(10)).isCloseTo(24 / (Math.sqrt(5) * 105 * root / 16), within(1e-13));
    }

    @Test
    void hedges_g_has_no_bias() {
        var random = new Random(3);
        var sum = 0.0;
        for (var i = 0; i < 50_000; i++) {
            var baseline = Coverage.normal(4, random, 0, 2);
            sum += CohensD.of(baseline, Coverage.normal(3, random, 2, 2))
                    .orElseThrow()
                    .hedgesG();
        }
        // The standard deviation of g is about 1.1 here: four standard errors.
        assertThat(sum / 50_000).isCloseTo(1, within(0.02));
    }

    @Test
    void values_without_spread_have_no_cohens_d() {
        assertThat(CohensD.of(new double[] {1, 1}, new double[] {2, 2})).isEmpty();
        assertThat(CohensD.of(new double[] {1}, new double[] {2, 3})).isEmpty();
        assertThat(CohensD.ofPairs(new double[] {2, 2, 2})).isEmpty();
    }

    @Test
    void cliffs_delta_is_one_where_all_are_above_and_minus_one_where_all_are_below() {
        assertThat(CliffsDelta.of(new double[] {1, 2}, new double[] {3, 4, 5})).isEqualTo(1);
        assertThat(CliffsDelta.of(new double[] {3, 4, 5}, new double[] {1, 2})).isEqualTo(-1);
        assertThat(CliffsDelta.of(new double[] {1, 1}, new double[] {1})).isZero();
        assertThatThrownBy(() -> CliffsDelta.of(new double[] {}, new double[] {1}))
                .hasMessage("No dominance of [1] values over [0]");
    }

    private static double[] changed(double[] values) {
        return References.shifted(References.scaled(values, 1000), 64);
    }

    /** g / d of two values against as many as give the degrees of freedom. */
    private static double correction(int freedom) {
        var candidate = new double[freedom];
        candidate[0] = 2;
        var effect = CohensD.of(new double[] {0, 1}, candidate).orElseThrow();
        return effect.hedgesG() / effect.d();
    }
}
