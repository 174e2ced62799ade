package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.Coverage.assertShare;
import static dev.perfbudget.statistics.Coverage.errors;
import static dev.perfbudget.statistics.Coverage.normal;
import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static dev.perfbudget.statistics.References.scaled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankTestsTest {

    /** Counts below 2^53 and their sums are whole numbers; only their quotient is rounded. */
    private static final Offset<Double> COUNTED = within(1e-12);

    /**
     * Every way to deal out the ranks enumerated in Python, and checked against SciPy's {@code mannwhitneyu} with {@code
     * PermutationMethod}; without ties its exact method; above 40 values its asymptotic one.
     */
    @Test
    void mann_whitney_is_that_of_scipy() {
        assertThat(References.rows("mann-whitney.csv")).hasSizeGreaterThan(60).allSatisfy(row -> {
            var test = MannWhitney.of(numbers(row[0]), numbers(row[1]), number(row[2]))
                    .orElseThrow();
            assertThat(test.pAtMost()).isCloseTo(number(row[3]), COUNTED);
            assertThat(test.pAtLeast()).isCloseTo(number(row[4]), COUNTED);
            assertThat(test.exact()).isEqualTo(Boolean.parseBoolean(row[5]));
        });
    }

    /** Every way to give signs enumerated, and checked against SciPy's {@code wilcoxon} likewise. */
    @Test
    void signed_rank_is_that_of_scipy() {
        assertThat(References.rows("signed-rank.csv")).hasSizeGreaterThan(40).allSatisfy(row -> {
            var test = SignedRank.of(numbers(row[0]), number(row[1])).orElseThrow();
            assertThat(test.pAtMost()).isCloseTo(number(row[2]), COUNTED);
            assertThat(test.pAtLeast()).isCloseTo(number(row[3]), COUNTED);
            assertThat(test.exact()).isEqualTo(Boolean.parseBoolean(row[4]));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10, 30})
    void p_values_are_small_as_often_as_they_say(int n) {
        assertAsOftenAsItSays(n, random -> MannWhitney.of(normal(n, random, 0, 1), normal(n, random, 0.5, 1), 0.5)
                .orElseThrow()
                .pAtMost());
        assertAsOftenAsItSays(n, random -> SignedRank.of(normal(n, random, 0.5, 1), 0.5)
                .orElseThrow()
                .pAtMost());
    }

    @Test
    void tied_values_are_no_exception() {
        var wrong = errors(
                4_000,
                1,
                random -> MannWhitney.of(whole(6, random), whole(7, random), 0)
                                .orElseThrow()
                                .pAtMost()
                        <= 0.05);
        assertAtMost(wrong, 4_000, 0.05);
        assertThat(wrong).isGreaterThan(60);
    }

    /** Few ranks have few p values: the largest of at most 5 % is how often one of at most 5 % comes up. */
    private static void assertAsOftenAsItSays(int n, ToDoubleFunction<Random> pValue) {
        var random = new Random(n);
        var small = DoubleStream.generate(() -> pValue.applyAsDouble(random))
                .limit(4_000)
                .filter(p -> p <= 0.05)
                .toArray();
        assertShare(small.length, 4_000, Arrays.stream(small).max().orElse(0));
    }

    @Test
    void the_smallest_p_values_are_those_of_the_number_of_permutations() {
        assertThat(MannWhitney.of(new double[] {1, 2, 3}, new double[] {4, 5, 6}, 0))
                .contains(new RankTest(1 / 20.0, 1, true));
        assertThat(SignedRank.of(new double[] {1, 2, 3, 4, 5}, 0)).contains(new RankTest(1 / 32.0, 1, true));
    }

    @Test
    void swapped_sides_swap_the_p_values() {
        var random = new Random(2);
        for (var i = 0; i < 100; i++) {
            var baseline = whole(1 + random.nextInt(8), random);
            var candidate = whole(1 + random.nextInt(8), random);
            var there = MannWhitney.of(baseline, candidate, 1).orElseThrow();
            var back = MannWhitney.of(candidate, baseline, -1).orElseThrow();
            assertThat(back.pAtLeast()).isCloseTo(there.pAtMost(), COUNTED);
            var signs = SignedRank.of(candidate, 1).orElseThrow();
            assertThat(SignedRank.of(scaled(candidate, -1), -1).orElseThrow().pAtLeast())
                    .isCloseTo(signs.pAtMost(), COUNTED);
        }
    }

    @Test
    void only_the_order_of_values_matters() {
        var random = new Random(4);
        for (var i = 0; i < 100; i++) {
            var baseline = normal(5, random, 3, 1);
            var candidate = normal(6, random, 3, 1);
            assertThat(MannWhitney.of(scaled(baseline, 1e-9), scaled(candidate, 1e-9), 0))
                    .isEqualTo(MannWhitney.of(baseline, candidate, 0));
        }
    }

    @Test
    void p_values_grow_with_the_threshold() {
        var baseline = new double[] {1, 2, 3, 4};
        var candidate = new double[] {3, 4, 5, 6};
        var last = 0.0;
        for (var threshold = -6.0; threshold < 6; threshold += 0.5) {
            var test = MannWhitney.of(baseline, candidate, threshold).orElseThrow();
            assertThat(test.pAtMost()).isGreaterThanOrEqualTo(last);
            last = test.pAtMost();
        }
        assertThat(last).isOne();
    }

    @Test
    void no_values_have_no_ranks() {
        assertThat(MannWhitney.of(new double[] {}, new double[] {1}, 0)).isEmpty();
        assertThat(SignedRank.of(new double[] {}, 0)).isEmpty();
        assertThatThrownBy(() -> SignedRank.of(new double[] {Double.NaN}, 0)).hasMessageContaining("[NaN]");
    }

    @Test
    void many_equal_values_say_nothing() {
        assertThat(MannWhitney.of(new double[50], new double[50], 0)).contains(new RankTest(1, 1, false));
        assertThat(SignedRank.of(new double[200], 0)).contains(new RankTest(1, 1, true));
    }

    private static double[] whole(int n, Random random) {
        return Coverage.values(n, random, source -> source.nextInt(5));
    }
}
