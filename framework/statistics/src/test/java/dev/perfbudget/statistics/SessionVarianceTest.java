package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.Coverage.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionVarianceTest {

    @Test
    void one_session_a_side_teaches_nothing_and_the_assumption_stands_alone() {
        var once = List.of(List.of(new double[] {1, 2}));
        for (var sessions : List.of(
                SessionVariance.among(List.of(once, once)),
                SessionVariance.among(List.of(once)),
                SessionVariance.among(List.of()))) {
            assertThat(sessions.learned()).isEmpty();
            assertThat(sessions.learnedWith(0.03)).isEqualTo(new VarianceEstimate(0.03 * 0.03, 10));
            assertThat(sessions.shareOfAssumption()).isEqualTo(1);
        }
    }

    @Test
    void the_assumption_counts_for_less_the_more_sessions_there_are() {
        var values = new double[] {1, 1};
        var shares = IntStream.rangeClosed(1, 10)
                .mapToDouble(count -> SessionVariance.among(List.of(List.of(Collections.nCopies(count, values))))
                        .shareOfAssumption())
                .toArray();
        assertThat(shares[0]).isEqualTo(1);
        assertThat(shares[1]).isCloseTo(6.0 / 7, within(1e-12));
        assertThat(shares[9]).isCloseTo(10 / 7.0 / (9 + 10 / 7.0), within(1e-12));
        for (var i = 1; i < shares.length; i++) {
            assertThat(shares[i]).isLessThan(shares[i - 1]);
        }
    }

    @Test
    void sessions_of_both_sides_count() {
        var twice = List.of(List.of(new double[] {1, 2}, new double[] {1, 2}));
        var thrice = List.of(List.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {1, 2}));
        assertThat(SessionVariance.among(List.of(twice, twice)).shareOfAssumption())
                .isEqualTo(SessionVariance.among(List.of(thrice)).shareOfAssumption());
    }

    @Test
    void of_one_benchmark_it_is_the_variance_of_its_session_means() {
        var sessions = List.of(List.of(new double[] {1, 3}, new double[] {5, 5}, new double[] {5, 9}));
        assertThat(SessionVariance.among(List.of(sessions)).learned()).hasValueSatisfying(variance -> {
            assertThat(variance.variance()).isCloseTo(6.333333333333333, within(1e-12));
            assertThat(variance.degreesOfFreedom()).isCloseTo(2, within(1e-12));
        });
    }

    /** The formula of the Javadoc written down in NumPy, on values rounded to six places. */
    @Test
    void variances_are_those_of_the_formula() {
        assertThat(References.rows("session-variance.csv")).hasSize(28).allSatisfy(row -> {
            var side = Stream.of(row[0].split(" / ")).map(References::groups).toList();
            var sessions = SessionVariance.among(List.of(side));
            assertEstimate(sessions.learned().orElseThrow(), row[1], row[2]);
            assertEstimate(sessions.learnedWith(0.03), row[3], row[4]);
        });
    }

    @Test
    void a_benchmarks_own_level_does_not_matter() {
        var random = new Random(53);
        var suite = suite(random, 3, 4, 0.01, 0.01);
        var moved = suite.stream()
                .map(sessions -> {
                    var level = random.nextInt(9);
                    return sessions.stream()
                            .map(values -> References.shifted(values, level))
                            .toList();
                })
                .toList();
        var learned = SessionVariance.among(List.of(suite)).learned().orElseThrow();
        assertThat(SessionVariance.among(List.of(moved)).learned().orElseThrow().variance())
                .isCloseTo(learned.variance(), within(1e-12));
    }

    @Test
    void benchmarks_that_a_session_lacks_are_left_out() {
        var complete = List.of(new double[] {1}, new double[] {2}, new double[] {4});
        var partly = List.of(new double[] {100}, new double[] {1});
        assertThat(SessionVariance.among(List.of(List.of(complete, partly))).learned())
                .isEqualTo(SessionVariance.among(List.of(List.of(complete))).learned());
    }

    @Test
    void sessions_that_agree_differ_by_nothing() {
        var side = List.of(List.of(new double[] {1}, new double[] {1}, new double[] {1}));
        assertThat(SessionVariance.among(List.of(side)).learned()).contains(new VarianceEstimate(0, 2));
    }

    @ParameterizedTest
    @CsvSource({"0.03, 0", "0, 0.03", "0.02, 0.02", "0, 0"})
    void it_is_right_on_average_for_shifts_in_common_and_for_those_of_each_benchmark(double common, double own) {
        var random = new Random(51);
        var sum = 0.0;
        for (var i = 0; i < 2_000; i++) {
            sum += SessionVariance.among(List.of(suite(random, 20, 4, common, own)))
                    .learned()
                    .orElseThrow()
                    .variance();
        }
        var truth = common * common + own * own;
        // Four standard errors of 2000 means of three degrees of freedom, and the forks' noise that stays in.
        assertThat(sum / 2_000).isBetween(truth * 0.92, truth * 1.08 + 4e-5);
    }

    /** What the Javadoc publishes, of nominal 1 %. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 0.03, 0.005",
        "1, 1, 0, 0.05, 0.048",
        "1, 2, 0, 0.03, 0.005",
        "1, 2, 0, 0.05, 0.032",
        "1, 3, 0, 0, 0.001",
        "1, 3, 0, 0.03, 0.005",
        "1, 3, 0, 0.05, 0.023",
        "1, 10, 0, 0.03, 0.007",
        "1, 10, 0, 0.05, 0.011",
        "20, 2, 0.03, 0, 0.01",
        "20, 2, 0.05, 0, 0.035",
        "20, 3, 0, 0.03, 0.01",
        "20, 3, 0.03, 0, 0.01",
        "20, 3, 0, 0.05, 0.01",
        "20, 3, 0.05, 0, 0.025"
    })
    void a_bound_is_wrong_as_rarely_as_is_published(
            int benchmarks, int sessions, double common, double own, double published) {
        var wrong = Coverage.errors(4_000, 52, random -> {
            var baseline = suite(random, benchmarks, sessions, common, own);
            var candidate = suite(random, benchmarks, 1, common, own);
            var known = SessionVariance.among(List.of(baseline, candidate)).learnedWith(0.03);
            return WelchT.difference(NestedMean.of(baseline.get(0)), NestedMean.of(candidate.get(0)), known)
                            .orElseThrow()
                            .pAtMost(0)
                    < 0.01;
        });
        assertAtMost(wrong, 4_000, published);
    }

    private static void assertEstimate(VarianceEstimate estimate, String variance, String degreesOfFreedom) {
        assertThat(estimate.variance()).isCloseTo(References.number(variance), within(1e-15));
        assertThat(estimate.degreesOfFreedom()).isCloseTo(References.number(degreesOfFreedom), within(1e-9));
    }

    private static List<List<double[]>> suite(Random random, int benchmarks, int sessions, double common, double own) {
        var shifts = normal(sessions, random, 0, common);
        var suite = new ArrayList<List<double[]>>();
        for (var benchmark = 0; benchmark < benchmarks; benchmark++) {
            var values = new ArrayList<double[]>();
            for (var shift : shifts) {
                values.add(normal(5, random, shift + own * random.nextGaussian(), 0.03));
            }
            suite.add(values);
        }
        return suite;
    }
}
