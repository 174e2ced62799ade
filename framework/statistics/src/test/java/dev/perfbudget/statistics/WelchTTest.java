package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.Coverage.errors;
import static dev.perfbudget.statistics.Coverage.normal;
import static dev.perfbudget.statistics.References.groups;
import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static dev.perfbudget.statistics.References.scaled;
import static dev.perfbudget.statistics.References.shifted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WelchTTest {

    private static final VarianceEstimate NO_SESSIONS = VarianceEstimate.known(0);
    private static final double[] FEW = {1, 2, 4};
    private static final double[] OTHERS = {3, 3.5, 5, 6};

    /**
     * Of SciPy's {@code ttest_ind(equal_var=False)}. Both compute quantiles of t to some 12 digits; values of 1e9 have
     * lost nine of them.
     */
    @Test
    void intervals_and_p_values_are_those_of_scipy() {
        assertThat(References.rows("welch.csv")).hasSize(100).allSatisfy(row -> {
            var estimate = WelchT.difference(numbers(row[0]), numbers(row[1])).orElseThrow();
            var bounds = estimate.bounds(number(row[3]));
            var tolerance = within(1e-9 * (number(row[5]) - number(row[4])));
            assertThat(bounds.lower()).isCloseTo(number(row[4]), tolerance);
            assertThat(bounds.upper()).isCloseTo(number(row[5]), tolerance);
            assertThat(estimate.degreesOfFreedom()).isCloseTo(number(row[6]), within(1e-9 * number(row[6])));
            assertThat(estimate.pAtMost(number(row[2]))).isCloseTo(number(row[7]), within(1e-10));
            assertThat(estimate.pAtLeast(number(row[2]))).isCloseTo(number(row[8]), within(1e-10));
        });
    }

    /** Cautious while both sides are small: 0.6 % at 3 against 3. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 30})
    void of_normal_values_a_bound_is_wrong_no_more_often_than_its_level_says(int n) {
        assertAtMost(errorsOfLowerBound(n, n), 20_000, 0.01);
    }

    /** The limits that the Javadoc of {@link WelchT} names. */
    @ParameterizedTest
    @CsvSource({"3, 10, 0.0175", "5, 10, 0.0115", "5, 30, 0.0140", "10, 30, 0.0110"})
    void of_few_values_against_many_it_is_wrong_somewhat_more_often(int few, int many, double published) {
        assertAtMost(errorsOfLowerBound(few, many), 20_000, published);
    }

    private static int errorsOfLowerBound(int n, int m) {
        return errors(20_000, 31L * n + m, random -> lower(normal(n, random, 0, 1), normal(m, random, 0, 1)) > 0);
    }

    /** The formula of the Javadoc written down in NumPy, with SciPy's t; tolerance as above. */
    @Test
    void intervals_with_sessions_are_those_of_the_formula() {
        assertThat(References.rows("welch-sessions.csv")).hasSize(24).allSatisfy(row -> {
            var freedom = row[3].equals("inf") ? Double.POSITIVE_INFINITY : number(row[3]);
            var estimate = WelchT.difference(
                            NestedMean.of(groups(row[0])),
                            NestedMean.of(groups(row[1])),
                            new VarianceEstimate(number(row[2]), freedom))
                    .orElseThrow();
            var bounds = estimate.bounds(0.995);
            var tolerance = within(1e-9 * (number(row[5]) - number(row[4])));
            assertThat(bounds.lower()).isCloseTo(number(row[4]), tolerance);
            assertThat(bounds.upper()).isCloseTo(number(row[5]), tolerance);
            assertThat(estimate.degreesOfFreedom()).isCloseTo(number(row[6]), within(1e-9 * number(row[6])));
            assertThat(estimate.pAtMost(0.05)).isCloseTo(number(row[7]), within(1e-10));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.03, 0.05})
    void a_known_session_component_keeps_sessions_from_being_taken_for_the_build(double sessionSd) {
        var session = VarianceEstimate.known(sessionSd * sessionSd);
        var wrong = errors(20_000, 7, random -> {
            var baseline = NestedMean.of(normal(5, random, sessionSd * random.nextGaussian(), 0.02));
            var candidate = NestedMean.of(normal(5, random, sessionSd * random.nextGaussian(), 0.02));
            return WelchT.difference(baseline, candidate, session)
                            .orElseThrow()
                            .bounds(0.99)
                            .lower()
                    > 0;
        });
        assertAtMost(wrong, 20_000, 0.0105);
        assertThat(wrong).isGreaterThan(100);
    }

    @Test
    void an_estimated_session_component_brings_its_degrees_of_freedom() {
        var side = NestedMean.of(new double[] {1, 1.001, 0.999});
        var estimate = WelchT.difference(side, side, new VarianceEstimate(1, 4)).orElseThrow();
        assertThat(estimate.degreesOfFreedom()).isCloseTo(4, within(1e-4));
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(2), within(1e-4));
    }

    @Test
    void several_sessions_share_out_the_session_component() {
        var sessions = NestedMean.of(List.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {2, 3, 4, 3}));
        assertThat(sessions.mean()).isCloseTo((1.5 + 3.5 + 3) / 3, within(1e-15));
        assertThat(sessions.share()).isCloseTo((0.5 + 0.5 + 0.25) / 9, within(1e-15));
        assertThat(sessions.withinSessions()).contains(new VarianceEstimate((0.5 + 0.5 + 2) / 5, 5));
        var estimate = WelchT.difference(sessions, NestedMean.of(FEW), VarianceEstimate.known(9))
                .orElseThrow();
        assertThat(estimate.standardError())
                .isCloseTo(Math.sqrt(9 / 3.0 + 9 + 0.6 * 1.25 / 9 + 7 / 3.0 / 3), within(1e-12));
    }

    @Test
    void one_value_a_side_borrows_the_variance_of_the_other() {
        // Student's test of one value against three: variance 7/3 with two degrees of freedom.
        var estimate = WelchT.difference(FEW, new double[] {9}).orElseThrow();
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(7 / 3.0 * (1 + 1 / 3.0)), within(1e-15));
        assertThat(estimate.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void one_value_on_both_sides_is_too_few() {
        assertThat(WelchT.difference(new double[] {1}, new double[] {2})).isEmpty();
    }

    @Test
    void sessions_of_one_value_each_are_the_replicates() {
        var baseline = NestedMean.of(List.of(new double[] {1}, new double[] {2}, new double[] {4}));
        var candidate =
                NestedMean.of(List.of(new double[] {3}, new double[] {3.5}, new double[] {5}, new double[] {6}));
        assertThat(WelchT.difference(baseline, candidate, VarianceEstimate.known(100)))
                .isEqualTo(WelchT.difference(FEW, OTHERS));
    }

    @Test
    void one_more_session_of_one_value_is_expected_within_the_prediction_interval() {
        // Of 1 to 5: standard deviation sqrt(2.5); t of 4 degrees of freedom at 99 % is 3.746947388.
        var baseline = NestedMean.of(Stream.of(1.0, 2.0, 3.0, 4.0, 5.0)
                .map(value -> new double[] {value})
                .toList());
        var estimate = WelchT.difference(baseline, NestedMean.of(new double[] {7}), VarianceEstimate.known(100))
                .orElseThrow();
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(2.5 * (1 + 1 / 5.0)), within(1e-15));
        assertThat(estimate.degreesOfFreedom()).isEqualTo(4);
        assertThat(estimate.bounds(0.99).lower()).isCloseTo(4 - 3.746947388 * Math.sqrt(3), within(1e-8));
    }

    @Test
    void equal_values_have_no_standard_error_and_a_certain_p_value() {
        var estimate = WelchT.difference(new double[] {0.1, 0.1, 0.1}, new double[] {0.3, 0.3})
                .orElseThrow();
        assertThat(estimate).isEqualTo(new TEstimate(0.3 - 0.1, 0, 3));
        assertThat(estimate.bounds(0.99)).isEqualTo(new OneSidedBounds(0.3 - 0.1, 0.3 - 0.1, 0.3 - 0.1, 0.99));
        assertThat(estimate.pAtMost(0.1)).isZero();
        assertThat(estimate.pAtMost(0.5)).isOne();
        assertThat(estimate.pAtLeast(0.1)).isOne();
    }

    @Test
    void the_difference_scales_and_does_not_shift() {
        var random = new Random(1);
        for (var i = 0; i < 200; i++) {
            var baseline = normal(2 + random.nextInt(9), random, 3, 1);
            var candidate = normal(2 + random.nextInt(9), random, 4, 2);
            var estimate = WelchT.difference(baseline, candidate).orElseThrow();
            var shifted = WelchT.difference(shifted(baseline, 64), shifted(candidate, 64))
                    .orElseThrow();
            assertThat(shifted.point()).isCloseTo(estimate.point(), within(1e-12));
            assertThat(shifted.standardError()).isCloseTo(estimate.standardError(), within(1e-12));
            var scaled = WelchT.difference(scaled(baseline, 1e-9), scaled(candidate, 1e-9))
                    .orElseThrow();
            assertThat(scaled.point() * 1e9).isCloseTo(estimate.point(), within(1e-12));
            assertThat(scaled.degreesOfFreedom()).isCloseTo(estimate.degreesOfFreedom(), within(1e-9));
        }
    }

    @Test
    void swapped_sides_have_the_opposite_difference() {
        var there = WelchT.difference(FEW, OTHERS).orElseThrow();
        var back = WelchT.difference(OTHERS, FEW).orElseThrow();
        assertThat(back.point()).isEqualTo(-there.point());
        assertThat(back.pAtLeast(-0.5)).isEqualTo(there.pAtMost(0.5));
    }

    @Test
    void p_values_grow_with_the_threshold_and_agree_with_the_bounds() {
        var estimate = WelchT.difference(FEW, OTHERS).orElseThrow();
        assertThat(estimate.pAtMost(0)).isLessThan(estimate.pAtMost(1));
        assertThat(estimate.pAtMost(estimate.bounds(0.99).lower())).isCloseTo(0.01, within(1e-10));
        assertThat(estimate.pAtLeast(estimate.bounds(0.99).upper())).isCloseTo(0.01, within(1e-10));
    }

    @Test
    void more_forks_are_more_precise_but_never_more_than_the_sessions_allow() {
        var side = NestedMean.of(new double[] {1, 2, 3});
        var session = VarianceEstimate.known(0.5);
        var none = WelchT.precisionWithMore(0, 0, side, side, session).orElseThrow();
        var many =
                WelchT.precisionWithMore(100_000, 100_000, side, side, session).orElseThrow();
        assertThat(none)
                .isEqualTo(WelchT.difference(side, side, session).orElseThrow().precision());
        assertThat(many.standardError()).isCloseTo(1, within(1e-3));
        var ofOneSide =
                WelchT.precisionWithMore(0, 100_000, side, side, session).orElseThrow();
        assertThat(ofOneSide.standardError()).isCloseTo(Math.sqrt(1 + 1.0 / 3), within(1e-3));
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> WelchT.difference(FEW, new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Value [2] of [2] is no finite number: [NaN]");
    }

    private static double lower(double[] baseline, double[] candidate) {
        return WelchT.difference(baseline, candidate).orElseThrow().bounds(0.99).lower();
    }

    @Test
    void without_a_session_component_one_session_is_plain_welch() {
        assertThat(WelchT.difference(NestedMean.of(FEW), NestedMean.of(OTHERS), NO_SESSIONS))
                .isEqualTo(WelchT.difference(FEW, OTHERS));
    }
}
