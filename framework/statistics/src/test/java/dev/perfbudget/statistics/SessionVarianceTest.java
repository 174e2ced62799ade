package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.Coverage.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionVarianceTest {

    @Test
    void fewer_than_two_degrees_of_freedom_between_sessions_are_too_few() {
        var once = List.of(List.of(new double[] {1, 2}));
        var twice = List.of(List.of(new double[] {1, 2}, new double[] {1, 2}));
        assertThat(SessionVariance.learned(List.of(once, twice))).isEmpty();
        assertThat(SessionVariance.learned(List.of(twice, twice))).isPresent();
        assertThat(SessionVariance.learned(List.of())).isEmpty();
    }

    @Test
    void of_one_benchmark_it_is_the_variance_of_its_session_means() {
        var sessions = List.of(List.of(new double[] {1, 3}, new double[] {5, 5}, new double[] {5, 9}));
        assertThat(SessionVariance.learned(List.of(sessions))).hasValueSatisfying(variance -> {
            assertThat(variance.variance()).isCloseTo(6.333333333333333, within(1e-12));
            assertThat(variance.degreesOfFreedom()).isCloseTo(2, within(1e-12));
        });
    }

    /** The formula of the Javadoc written down in NumPy, on values rounded to six places. */
    @Test
    void variances_are_those_of_the_formula() {
        assertThat(References.rows("session-variance.csv")).hasSize(22).allSatisfy(row -> {
            var side = Stream.of(row[0].split(" / ")).map(References::groups).toList();
            var learned = SessionVariance.learned(List.of(side)).orElseThrow();
            assertThat(learned.variance()).isCloseTo(References.number(row[1]), within(1e-15));
            assertThat(learned.degreesOfFreedom()).isCloseTo(References.number(row[2]), within(1e-9));
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
        var learned = SessionVariance.learned(List.of(suite)).orElseThrow();
        assertThat(SessionVariance.learned(List.of(moved)).orElseThrow().variance())
                .isCloseTo(learned.variance(), within(1e-12));
    }

    @Test
    void benchmarks_that_a_session_lacks_are_left_out() {
        var complete = List.of(new double[] {1}, new double[] {2}, new double[] {4});
        var partly = List.of(new double[] {100}, new double[] {1});
        assertThat(SessionVariance.learned(List.of(List.of(complete, partly))))
                .isEqualTo(SessionVariance.learned(List.of(List.of(complete))));
    }

    @Test
    void sessions_that_agree_differ_by_nothing() {
        var side = List.of(List.of(new double[] {1}, new double[] {1}, new double[] {1}));
        assertThat(SessionVariance.learned(List.of(side))).contains(new VarianceEstimate(0, 2));
    }

    @ParameterizedTest
    @CsvSource({"0.03, 0", "0, 0.03", "0.02, 0.02", "0, 0"})
    void it_is_right_on_average_for_shifts_in_common_and_for_those_of_each_benchmark(double common, double own) {
        var random = new Random(51);
        var sum = 0.0;
        for (var i = 0; i < 2_000; i++) {
            sum += SessionVariance.learned(List.of(suite(random, 20, 4, common, own)))
                    .orElseThrow()
                    .variance();
        }
        var truth = common * common + own * own;
        // Four standard errors of 2000 means of three degrees of freedom, and the forks' noise that stays in.
        assertThat(sum / 2_000).isBetween(truth * 0.92, truth * 1.08 + 2e-5);
    }

    /** What the Javadoc publishes: most where sessions differ more than the means of their forks. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0.01",
        "1, 0, 0.01, 0.012",
        "1, 0, 0.03, 0.021",
        "20, 0, 0, 0.01",
        "20, 0, 0.03, 0.01",
        "20, 0.03, 0, 0.023"
    })
    void a_bound_that_learned_its_sessions_is_wrong_about_as_rarely_as_its_level_says(
            int benchmarks, double common, double own, double published) {
        var wrong = Coverage.errors(4_000, 52, random -> {
            var baseline = suite(random, benchmarks, 3, common, own);
            var candidate = suite(random, benchmarks, 1, common, own);
            var learned = SessionVariance.learned(List.of(baseline, candidate)).orElseThrow();
            return WelchT.difference(NestedMean.of(baseline.get(0)), NestedMean.of(candidate.get(0)), learned)
                            .orElseThrow()
                            .pAtMost(0)
                    < 0.01;
        });
        assertAtMost(wrong, 4_000, published);
    }

    private static List<List<double[]>> suite(Random random, int benchmarks, int sessions, double common, double own) {
        var shifts = normal(sessions, random, 0, common);
        var suite = new ArrayList<List<double[]>>();
        for (var benchmark = 0; benchmark < benchmarks; benchmark++) {
            var values = new ArrayList<double[]>();
            for (var shift : shifts) {
                values.add(normal(5, random, shift + own * random.nextGaussian(), 0.02));
            }
            suite.add(values);
        }
        return suite;
    }
}
