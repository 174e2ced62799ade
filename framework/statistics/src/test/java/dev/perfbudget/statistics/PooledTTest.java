package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.Coverage.assertShare;
import static dev.perfbudget.statistics.Coverage.errors;
import static dev.perfbudget.statistics.Coverage.normal;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PooledTTest {

    private static final VarianceEstimate NO_SESSIONS = VarianceEstimate.known(0);

    /** With equal counts both have the same standard error, and Student's has all degrees of freedom. */
    @Test
    void of_equal_counts_the_standard_error_is_that_of_welch() {
        var samples = References.rows("welch.csv")
                .filter(row -> numbers(row[0]).length == numbers(row[1]).length)
                .toList();
        assertThat(samples).hasSizeGreaterThan(20).allSatisfy(row -> {
            var welch = WelchT.difference(numbers(row[0]), numbers(row[1])).orElseThrow();
            var pooled = difference(numbers(row[0]), numbers(row[1]));
            assertThat(pooled.point()).isEqualTo(welch.point());
            assertThat(pooled.standardError()).isCloseTo(welch.standardError(), within(1e-12 * welch.standardError()));
            assertThat(pooled.degreesOfFreedom()).isGreaterThanOrEqualTo(welch.degreesOfFreedom() * (1 - 1e-12));
        });
    }

    @Test
    void it_is_students_test_of_two_samples() {
        // SciPy 1.17.1: ttest_ind([3, 3.5, 5, 6], [1, 2, 4], alternative="greater")
        var estimate = difference(new double[] {1, 2, 4}, new double[] {3, 3.5, 5, 6});
        assertThat(estimate.degreesOfFreedom()).isEqualTo(5);
        assertThat(estimate.pAtMost(0)).isCloseTo(0.061173236629574045, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 30})
    void of_normal_values_a_bound_is_wrong_as_often_as_its_level_says(int n) {
        assertShare(errorsOfLowerBound(n, 1), 20_000, 0.01);
    }

    /** The limits that the Javadoc of {@link PooledT} names. */
    @ParameterizedTest
    @CsvSource({"3, 0.021", "5, 0.018", "10, 0.014", "30, 0.011"})
    void where_one_side_varies_four_times_as_much_it_is_wrong_somewhat_more_often(int n, double published) {
        assertAtMost(errorsOfLowerBound(n, 4), 20_000, published);
    }

    @Test
    void it_applies_to_equal_counts_only() {
        var five = NestedMean.of(new double[] {1, 2, 3, 4, 5});
        var four = NestedMean.of(new double[] {1, 2, 3, 4});
        var fourInTwo = NestedMean.of(List.of(new double[] {1, 2}, new double[] {3, 4}));
        var one = NestedMean.of(new double[] {1});
        assertThat(PooledT.applies(five, five)).isTrue();
        assertThat(PooledT.applies(five, four)).isFalse();
        assertThat(PooledT.applies(four, fourInTwo)).isFalse();
        assertThat(PooledT.applies(one, one)).isFalse();
    }

    @Test
    void sessions_add_their_component() {
        var side = NestedMean.of(new double[] {1, 1.001, 0.999});
        var common = PooledT.commonVariance(side, side).orElseThrow();
        var estimate = PooledT.difference(side, side, common, new VarianceEstimate(1, 4));
        assertThat(estimate.degreesOfFreedom()).isCloseTo(4, within(1e-4));
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(2), within(1e-4));
    }

    @Test
    void more_forks_are_more_precise() {
        var side = NestedMean.of(new double[] {1, 2, 3});
        var common = PooledT.commonVariance(side, side).orElseThrow();
        assertThat(PooledT.precisionWithMore(0, side, side, common, NO_SESSIONS))
                .isEqualTo(new Precision(Math.sqrt(2 / 3.0), 4));
        assertThat(PooledT.precisionWithMore(9, side, side, common, NO_SESSIONS).standardError())
                .isCloseTo(Math.sqrt(2 / 12.0), within(1e-12));
    }

    private static int errorsOfLowerBound(int n, double ratio) {
        return errors(
                20_000,
                7L * n,
                random -> difference(normal(n, random, 0, 1), normal(n, random, 0, ratio))
                                .bounds(0.99)
                                .lower()
                        > 0);
    }

    private static TEstimate difference(double[] baseline, double[] candidate) {
        var base = NestedMean.of(baseline);
        var other = NestedMean.of(candidate);
        return PooledT.difference(
                base, other, PooledT.commonVariance(base, other).orElseThrow(), NO_SESSIONS);
    }
}
