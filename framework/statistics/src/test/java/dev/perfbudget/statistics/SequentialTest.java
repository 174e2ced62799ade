package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.Coverage.errors;
import static dev.perfbudget.statistics.Coverage.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks, futility and confirmation: what keeps a sequence of tests honest. */
class SequentialTest {

    private static final List<Integer> LOOKS = List.of(5, 8, 12, 20, 30);
    private static final AlphaSpending SPENDING = AlphaSpending.of(0.01, LOOKS);

    /**
     * The recursion done in NumPy with 600 Gauss-Legendre nodes a look, which is exact in all digits shown; SciPy's {@code
     * multivariate_normal.cdf} (Genz), an independent way, agrees within its own error of 6e-5. Here the grid has 400 steps.
     */
    @ParameterizedTest
    @CsvSource({
        "0.05, 2.3939798 2.4160437 2.2950959 2.0591833 1.8959002",
        "0.025, 2.6382573 2.6753893 2.5680208 2.3532511 2.2131238",
        "0.01, 2.9351995 2.9863408 2.8917856 2.6969597 2.5780056",
        "0.005, 3.1439803 3.2026802 3.1153155 2.9318203 2.8245992",
        "0.001, 3.5879147 3.6578275 3.5822171 3.4178149 3.3297835"
    })
    void boundaries_are_those_of_exact_integration(double alpha, String boundaries) {
        assertThat(boundaries(AlphaSpending.of(alpha, LOOKS, fraction -> alpha * fraction)))
                .containsExactly(References.numbers(boundaries), within(1e-7));
    }

    /** The first example of everybody: five equal looks at one-sided 2.5 %, as gsDesign and ldbounds print them. */
    @Test
    void boundaries_of_lan_and_demets_are_those_published() {
        var z = NormalCurve.quantileAbove(0.0125);
        var equal = List.of(1, 2, 3, 4, 5);
        assertThat(boundaries(AlphaSpending.of(0.025, equal, t -> 2 * NormalCurve.below(-z / Math.sqrt(t)))))
                .containsExactly(new double[] {4.877, 3.357, 2.680, 2.290, 2.031}, within(5e-4));
        assertThat(boundaries(AlphaSpending.of(0.025, equal, t -> 0.025 * Math.log(1 + (Math.E - 1) * t))))
                .containsExactly(new double[] {2.438, 2.427, 2.410, 2.397, 2.386}, within(5e-4));
    }

    @Test
    void one_look_is_a_plain_test() {
        assertThat(AlphaSpending.of(0.01, List.of(5)).levelAt(5).orElseThrow()).isCloseTo(0.01, within(1e-10));
        assertThat(AlphaSpending.of(0.01, List.of(5)).levelAt(8)).isEmpty();
    }

    @Test
    void after_planned_looks_only_the_level_is_the_planned_one() {
        for (int look : LOOKS) {
            assertThat(AlphaSpending.levelAfter(look, 0.01, LOOKS))
                    .isCloseTo(SPENDING.levelAt(look).orElseThrow(), within(1e-9));
        }
    }

    @Test
    void a_look_between_planned_ones_may_spend_what_came_since_the_last() {
        var instead = AlphaSpending.of(0.01, List.of(5, 8, 10, 30));

        assertThat(AlphaSpending.levelAfter(10, 0.01, LOOKS))
                .isCloseTo(instead.levelAt(10).orElseThrow(), within(1e-9));
        assertThat(AlphaSpending.levelAfter(3, 0.01, LOOKS)).isBetween(0.0, 0.01);
    }

    @Test
    void no_look_costs_more_than_alpha_and_all_cost_no_more_than_their_sum() {
        var levels = LOOKS.stream()
                .mapToDouble(look -> SPENDING.levelAt(look).orElseThrow())
                .toArray();
        assertThat(Arrays.stream(levels).boxed())
                .allSatisfy(level -> assertThat(level).isBetween(0.001, 0.01));
        assertThat(Arrays.stream(levels).sum()).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05})
    void five_looks_with_students_t_are_wrong_no_more_often_than_alpha(double alpha) {
        var spending = AlphaSpending.of(alpha, LOOKS);
        var wrong = errors(20_000, 41, random -> isFound(normal(30, random, 0.05, 0.02), 0.05, spending));
        assertAtMost(wrong, 20_000, alpha);
        assertThat(wrong).isGreaterThan((int) (20_000 * alpha * 0.7));
    }

    @Test
    void testing_at_alpha_every_time_would_be_wrong_far_more_often() {
        var wrong = errors(5_000, 42, random -> {
            var values = normal(30, random, 0, 1);
            return LOOKS.stream().anyMatch(look -> upTo(look, values).pAtMost(0) < 0.01);
        });
        assertThat(wrong).isGreaterThan(110);
    }

    @Test
    void a_trend_towards_a_decision_goes_on_and_one_at_the_threshold_stops() {
        assertThat(Futility.isReached(new TEstimate(0.10, 0.02, 11), 0.05, 12, SPENDING))
                .isFalse();
        assertThat(Futility.isReached(new TEstimate(0.00, 0.02, 11), 0.05, 12, SPENDING))
                .isFalse();
        assertThat(Futility.isReached(new TEstimate(0.05, 0.02, 19), 0.05, 20, SPENDING))
                .isTrue();
        assertThat(Futility.chance(new TEstimate(0.1, 0, 4), 0.05, 5, SPENDING)).isOne();
        assertThat(Futility.chance(new TEstimate(0.051, 0.02, 29), 0.05, 30, SPENDING))
                .isZero();
    }

    @Test
    void the_chance_grows_with_the_distance_from_the_threshold() {
        var chances = IntStream.rangeClosed(0, 40)
                .mapToObj(i -> Futility.chance(new TEstimate(0.05 + i * 0.002, 0.02, 11), 0.05, 12, SPENDING))
                .toList();
        assertThat(chances).isSorted();
    }

    @Test
    void stopping_for_futility_loses_hardly_any_findings() {
        var random = new Random(43);
        var found = 0;
        var foundWithoutStopping = 0;
        for (var i = 0; i < 4_000; i++) {
            // 0.013 above the threshold, with a standard deviation of 0.02, is found in about four of five.
            var values = normal(30, random, 0.0630, 0.02);
            foundWithoutStopping += isFound(values, 0.05, SPENDING) ? 1 : 0;
            found += isFoundBeforeFutility(values) ? 1 : 0;
        }
        assertThat(foundWithoutStopping).isBetween(2_900, 3_500);
        assertThat(foundWithoutStopping - found).isLessThan(80);
    }

    @Test
    void futility_saves_blocks_at_the_threshold() {
        var random = new Random(44);
        var stopped = 0;
        for (var i = 0; i < 2_000; i++) {
            var values = normal(30, random, 0.05, 0.02);
            stopped += LOOKS.stream()
                            .limit(4)
                            .anyMatch(look -> Futility.isReached(upTo(look, values), 0.05, look, SPENDING))
                    ? 1
                    : 0;
        }
        assertThat(stopped).isGreaterThan(1_000);
    }

    /** 200 benchmarks in which nothing changed, screened at 10 %: whatever is suspected is tested again on fresh blocks. */
    @Test
    void a_suite_in_which_nothing_changed_fails_no_more_often_than_alpha() {
        var wrong = errors(3_000, 45, random -> {
            var suspects = IntStream.range(0, 200)
                    .filter(i -> random.nextDouble() < 0.1)
                    .toArray();
            return suspects.length > 0
                    && Arrays.stream(suspects)
                            .anyMatch(suspect -> PairedT.of(normal(5, random, 0, 0.02))
                                            .orElseThrow()
                                            .pAtMost(0)
                                    < Confirmation.alpha(0.05, suspects.length));
        });
        assertAtMost(wrong, 3_000, 0.05);
        assertThat(wrong).isGreaterThan(100);
    }

    @Test
    void one_suspect_is_confirmed_at_alpha_itself() {
        assertThat(Confirmation.alpha(0.01, 1)).isEqualTo(0.01);
        assertThat(Confirmation.alpha(0.01, 4)).isEqualTo(0.0025);
        assertThatThrownBy(() -> Confirmation.alpha(0.01, 0)).hasMessageContaining("[0] suspects");
    }

    @Test
    void looks_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> AlphaSpending.of(0.01, List.of(5, 5))).hasMessageContaining("[5, 5]");
        assertThatThrownBy(() -> AlphaSpending.of(0.01, List.of())).hasMessageContaining("[]");
        assertThatThrownBy(() -> AlphaSpending.of(0.6, LOOKS)).hasMessageContaining("[0.6]");
    }

    private static boolean isFoundBeforeFutility(double[] values) {
        for (int look : LOOKS) {
            var estimate = upTo(look, values);
            if (estimate.pAtMost(0.05) < SPENDING.levelAt(look).orElseThrow()) {
                return true;
            }
            if (Futility.isReached(estimate, 0.05, look, SPENDING)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isFound(double[] values, double threshold, AlphaSpending spending) {
        return LOOKS.stream()
                .anyMatch(look -> upTo(look, values).pAtMost(threshold)
                        < spending.levelAt(look).orElseThrow());
    }

    private static TEstimate upTo(int look, double[] values) {
        return PairedT.of(Arrays.copyOf(values, look)).orElseThrow();
    }

    private static double[] boundaries(AlphaSpending spending) {
        return spending.looks().stream()
                .mapToDouble(
                        look -> NormalCurve.quantileAbove(spending.levelAt(look).orElseThrow()))
                .toArray();
    }
}
