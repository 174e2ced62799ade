package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.Coverage.errors;
import static dev.perfbudget.statistics.References.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JointBoundsTest {

    private static final double ALPHA = 0.01;

    /** Of SciPy's quadrature and root finding. Sixteen nodes have ten digits of the probability. */
    @Test
    void what_either_exceeds_is_what_quadrature_says() {
        assertThat(References.rows("joint-bounds.csv")).hasSize(90).allSatisfy(row -> {
            var alpha = number(row[0]);
            var pair = new BivariateT(number(row[1]), number(row[2]));
            assertThat(pair.eitherExceeds(number(row[3]))).isCloseTo(alpha, within(1e-7 * alpha));
            assertThat(pair.exceededByEither(alpha)).isCloseTo(number(row[3]), within(1e-6));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3.5, 8, 58, 1e9, Double.POSITIVE_INFINITY})
    void two_that_are_the_same_are_one_t(double freedom) {
        var one = new BivariateT(1, freedom);
        var opposite = new BivariateT(-1, freedom);
        var c = one.exceededByEither(0.05);
        assertThat(one.eitherExceeds(c)).isCloseTo(0.05, within(1e-4));
        assertThat(opposite.eitherExceeds(c)).isCloseTo(0.1, within(2e-4));
    }

    @Test
    void independent_normal_ones_exceed_as_the_product_says() {
        var pair = new BivariateT(0, Double.POSITIVE_INFINITY);
        // P(Z > 2) = 0.022750131948179195 (SciPy's norm.sf)
        var single = 0.022750131948179195;
        assertThat(pair.eitherExceeds(2)).isCloseTo(1 - (1 - single) * (1 - single), within(1e-9));
    }

    @Test
    void the_part_of_each_grows_with_the_correlation_from_half_to_all() {
        var last = ALPHA / 2;
        for (var correlation = -0.9; correlation < 0.999; correlation += 0.05) {
            var part = JointBounds.alphaOfEach(ALPHA, correlation(correlation, 18), 18);
            assertThat(part).isBetween(last - 1e-12, ALPHA);
            last = part;
        }
        assertThat(last).isGreaterThan(0.006);
        assertThat(JointBounds.alphaOfEach(ALPHA, correlation(1, 18), 18)).isCloseTo(ALPHA, within(1e-6));
    }

    @Test
    void an_unknown_correlation_or_one_of_few_forks_leaves_half_to_each() {
        assertThat(JointBounds.alphaOfEach(ALPHA, Optional.empty(), 8)).isEqualTo(ALPHA / 2);
        assertThat(JointBounds.alphaOfEach(ALPHA, correlation(0.99, 7), 8)).isEqualTo(ALPHA / 2);
    }

    /** Either of two correlated figures of normal forks: 4 standard errors around 1 % are 0.4 to 1.6 % here. */
    @ParameterizedTest
    @CsvSource({"3, 0.9", "5, 0", "5, 0.6", "5, 0.99", "10, 0.6", "30, 0.9"})
    void both_bounds_together_are_wrong_no_more_often_than_alpha(int forks, double correlation) {
        var wrong = errors(4_000, 17L * forks, random -> eitherIsWrong(forks, correlation, random));
        assertAtMost(wrong, 4_000, 0.0105);
        assertThat(wrong).isGreaterThan(15);
    }

    @Test
    void the_correlation_is_that_within_groups() {
        var found = PooledCorrelation.of(
                        List.of(new double[] {1, 2, 3}, new double[] {101, 102}),
                        List.of(new double[] {2, 4, 6}, new double[] {-7, -5}))
                .orElseThrow();
        assertThat(found.value()).isCloseTo(1, within(1e-15));
        assertThat(found.degreesOfFreedom()).isEqualTo(3);
        var other = PooledCorrelation.of(List.of(new double[] {1, 2, 3, 4}), List.of(new double[] {1, 3, 2, 4}))
                .orElseThrow();
        // numpy.corrcoef: 0.8; arctanh(0.8) - 1/2 of 1/sqrt(2) standard errors
        assertThat(other.value()).isCloseTo(0.8, within(1e-15));
        assertThat(other.lessStandardErrors(0.5))
                .isCloseTo(Math.tanh(1.0986122886681098 - 0.5 / Math.sqrt(2)), within(1e-14));
    }

    @Test
    void what_does_not_vary_has_no_correlation() {
        assertThat(PooledCorrelation.of(List.of(new double[] {1, 1}), List.of(new double[] {1, 2})))
                .isEmpty();
        assertThat(PooledCorrelation.of(List.of(new double[] {1}), List.of(new double[] {1})))
                .isEmpty();
    }

    @Test
    void forks_with_one_figure_only_are_refused() {
        assertThatThrownBy(() -> PooledCorrelation.of(List.of(new double[] {1, 2}), List.of(new double[] {1, 2, 3})))
                .hasMessage("A group has [2] of one figure and [3] of the other");
    }

    private static boolean eitherIsWrong(int forks, double correlation, Random random) {
        var ones = List.of(new double[forks], new double[forks]);
        var others = List.of(new double[forks], new double[forks]);
        for (var side = 0; side < 2; side++) {
            for (var fork = 0; fork < forks; fork++) {
                var common = random.nextGaussian();
                ones.get(side)[fork] = common;
                others.get(side)[fork] =
                        correlation * common + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            }
        }
        var alpha = JointBounds.alphaOfEach(ALPHA, PooledCorrelation.of(ones, others), 2 * forks - 2);
        return lower(ones, alpha) > 0 || lower(others, alpha) > 0;
    }

    private static double lower(List<double[]> sides, double alpha) {
        var baseline = NestedMean.of(sides.get(0));
        var candidate = NestedMean.of(sides.get(1));
        return PooledT.difference(
                        baseline,
                        candidate,
                        PooledT.commonVariance(baseline, candidate).orElseThrow(),
                        VarianceEstimate.known(0))
                .bounds(1 - alpha)
                .lower();
    }

    private static Optional<PooledCorrelation> correlation(double value, int freedom) {
        return Optional.of(new PooledCorrelation(value, freedom));
    }
}
