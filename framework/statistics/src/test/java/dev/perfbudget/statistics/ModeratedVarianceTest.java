package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.Coverage.assertAtMost;
import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeratedVarianceTest {

    private static final int FREEDOM = 8;

    /** Of SciPy's F distribution and root finding, which stops at 2e-12; ours stops at 1e-9 of ln d0. */
    @Test
    void fits_are_those_of_scipy() {
        assertThat(References.rows("moderated-variance.csv")).hasSize(20).allSatisfy(row -> {
            var freedom = number(row[1]);
            var fit =
                    ModeratedVariance.among(estimates(freedom, numbers(row[0]))).orElseThrow();
            assertThat(fit.usual()).isCloseTo(number(row[2]), within(1e-7 * number(row[2])));
            assertThat(fit.degreesOfFreedom()).isCloseTo(number(row[3]), within(1e-7));
            var moderated = fit.moderate(new VarianceEstimate(number(row[4]), freedom));
            assertThat(moderated.variance()).isCloseTo(number(row[5]), within(1e-7 * number(row[5])));
            assertThat(moderated.degreesOfFreedom()).isCloseTo(number(row[6]), within(1e-6));
        });
    }

    @Test
    void fewer_than_twenty_neighbours_say_nothing() {
        assertThat(ModeratedVariance.among(Collections.nCopies(19, new VarianceEstimate(1, FREEDOM))))
                .isEmpty();
        assertThat(ModeratedVariance.among(Collections.nCopies(20, new VarianceEstimate(1, FREEDOM))))
                .isPresent();
    }

    @Test
    void only_those_with_as_many_degrees_of_freedom_as_most_count() {
        var eight = drawn(25, new Random(1), FREEDOM, 1);
        var four = drawn(19, new Random(2), 4, 100);
        var zeros = Collections.nCopies(30, new VarianceEstimate(0, FREEDOM));
        var all = Stream.of(four, eight, zeros).flatMap(List::stream).toList();
        assertThat(ModeratedVariance.among(all)).isEqualTo(ModeratedVariance.among(eight));
    }

    @Test
    void equal_neighbours_are_worth_four_degrees_of_freedom_at_most() {
        var fit = ModeratedVariance.among(Collections.nCopies(50, new VarianceEstimate(2, FREEDOM)))
                .orElseThrow();
        assertThat(fit.degreesOfFreedom()).isEqualTo(4);
        assertThat(fit.moderate(new VarianceEstimate(2, FREEDOM)).degreesOfFreedom())
                .isEqualTo(12);
    }

    @Test
    void small_variances_grow_and_large_ones_shrink() {
        var fit = new ModeratedVariance(1, 4);
        assertThat(fit.moderate(new VarianceEstimate(0, FREEDOM))).isEqualTo(new VarianceEstimate(4 / 12.0, 12));
        var large = fit.moderate(new VarianceEstimate(2, FREEDOM));
        assertThat(large.variance()).isLessThan(2).isGreaterThan(1);
    }

    @Test
    void a_variance_far_out_borrows_nothing() {
        var own = new VarianceEstimate(1000, FREEDOM);
        var moderated = new ModeratedVariance(1, 4).moderate(own);
        assertThat(moderated.variance()).isCloseTo(1000, within(0.1));
        assertThat(moderated.degreesOfFreedom()).isCloseTo(FREEDOM, within(1e-3));
    }

    @Test
    void a_known_variance_stays_as_it_is() {
        var known = VarianceEstimate.known(3);
        assertThat(new ModeratedVariance(1, 4).moderate(known)).isEqualTo(known);
    }

    @Test
    void the_unit_of_the_variances_does_not_matter() {
        var variances = drawn(40, new Random(5), FREEDOM, 1);
        var fit = ModeratedVariance.among(variances).orElseThrow();
        var scaled = ModeratedVariance.among(
                        variances.stream().map(one -> one.scaled(1e-6)).toList())
                .orElseThrow();
        assertThat(scaled.usual()).isCloseTo(fit.usual() * 1e-6, within(1e-12 * fit.usual()));
        assertThat(scaled.degreesOfFreedom()).isCloseTo(fit.degreesOfFreedom(), within(1e-6));
    }

    /** What {@link ModeratedVariance} says of the noisiest benchmark of 20; nominal is 1 %. */
    @ParameterizedTest
    @CsvSource({"1, 0.010", "2, 0.018", "3, 0.018", "10, 0.011"})
    void the_bound_of_the_noisiest_benchmark_is_wrong_as_seldom_as_published(double times, double published) {
        var random = new Random(11);
        var wrong = 0;
        for (var suite = 0; suite < 4_000; suite++) {
            var deviations = DoubleStream.generate(() -> 1).limit(20).toArray();
            deviations[0] = times;
            var variances = Arrays.stream(deviations)
                    .mapToObj(deviation -> drawn(deviation * deviation, random, FREEDOM))
                    .toList();
            var moderated = ModeratedVariance.among(variances).orElseThrow().moderate(variances.get(0));
            var estimate = TEstimate.of(times * Math.sqrt(0.4) * random.nextGaussian(), moderated.scaled(0.4));
            wrong += estimate.bounds(0.99).lower() > 0 ? 1 : 0;
        }
        assertAtMost(wrong, 4_000, published);
    }

    private static List<VarianceEstimate> drawn(int count, Random random, int freedom, double variance) {
        return Stream.generate(() -> drawn(variance, random, freedom))
                .limit(count)
                .toList();
    }

    private static VarianceEstimate drawn(double variance, Random random, int freedom) {
        var chiSquare = 0.0;
        for (var i = 0; i < freedom; i++) {
            var normal = random.nextGaussian();
            chiSquare += normal * normal;
        }
        return new VarianceEstimate(variance * chiSquare / freedom, freedom);
    }

    private static List<VarianceEstimate> estimates(double freedom, double[] variances) {
        return Arrays.stream(variances)
                .mapToObj(variance -> new VarianceEstimate(variance, freedom))
                .toList();
    }
}
