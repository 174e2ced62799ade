package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VarianceComponentsTest {

    @Test
    void components_of_unequal_groups_are_right_on_average() {
        var random = new Random(11);
        var sums = new double[3];
        var simulations = 4_000;
        for (var i = 0; i < simulations; i++) {
            var components = VarianceComponents.of(simulated(random, 2, 1, 0.5));
            sums[0] += components.withinForks().orElseThrow().variance();
            sums[1] += components.betweenForks().orElseThrow().variance();
            sums[2] += components.betweenSessions().orElseThrow().variance();
        }
        assertThat(sums[0] / simulations).isCloseTo(0.25, within(0.005));
        assertThat(sums[1] / simulations).isCloseTo(1, within(0.05));
        assertThat(sums[2] / simulations).isCloseTo(4, within(0.25));
    }

    /** The formula of the Javadoc written down in NumPy, on unbalanced groups of one to five; sums of squares round. */
    @Test
    void components_are_those_of_the_formula() {
        assertThat(References.rows("variance-components.csv")).hasSize(24).allSatisfy(row -> {
            var components = VarianceComponents.ofSides(Stream.of(row[0].split(" / "))
                    .map(side -> Stream.of(side.split(" \\| "))
                            .map(session -> Stream.of(session.split(" ; "))
                                    .map(References::numbers)
                                    .toList())
                            .toList())
                    .toList());
            assertVariance(components.withinForks(), row[1]);
            assertVariance(components.betweenForks(), row[2]);
            assertVariance(components.betweenSessions(), row[3]);
        });
    }

    @Test
    void components_grow_with_the_square_of_the_unit() {
        var random = new Random(12);
        var components = VarianceComponents.of(simulated(random, 2, 1, 0.5));
        var thousandfold = VarianceComponents.of(simulated(new Random(12), 2000, 1000, 500));
        assertThat(thousandfold.betweenForks().orElseThrow().variance() / 1e6)
                .isCloseTo(components.betweenForks().orElseThrow().variance(), within(1e-9));
    }

    private static void assertVariance(Optional<VarianceEstimate> found, String expected) {
        if (expected.equals("none")) {
            assertThat(found).isEmpty();
            return;
        }
        var variance = References.number(expected);
        assertThat(found.orElseThrow().variance()).isCloseTo(variance, within(1e-9 * variance));
    }

    /** By hand; on balanced tables these are the estimates of the analysis of variance. */
    @Test
    void a_balanced_table_gives_the_estimates_of_the_analysis_of_variance() {
        var components = VarianceComponents.of(List.of(
                List.of(new double[] {1, 3}, new double[] {3, 5}),
                List.of(new double[] {9, 11}, new double[] {13, 15})));
        assertThat(components.withinForks()).contains(new VarianceEstimate(2, 4));
        // Fork means 2, 4 and 10, 14: variance (2 + 8) / 2 = 5, less 2 / 2.
        assertThat(components.betweenForks()).contains(new VarianceEstimate(4, 2));
        // Session means 3 and 12: variance 40.5, less 5 / 2.
        assertThat(components.betweenSessions()).contains(new VarianceEstimate(38, 1));
    }

    @Test
    void each_side_has_a_mean_of_its_own() {
        var side = List.of(List.of(new double[] {1, 3}, new double[] {3, 5}));
        var far = List.of(List.of(new double[] {101, 103}, new double[] {103, 105}));
        var components = VarianceComponents.ofSides(List.of(side, far));
        assertThat(components.withinForks()).contains(new VarianceEstimate(2, 4));
        assertThat(components.betweenForks()).contains(new VarianceEstimate(1, 2));
        assertThat(components.betweenSessions()).isEmpty();
    }

    @Test
    void a_level_without_replicates_is_absent() {
        var components = VarianceComponents.of(List.of(List.of(new double[] {1}, new double[] {3})));
        assertThat(components.withinForks()).isEmpty();
        assertThat(components.betweenForks()).contains(new VarianceEstimate(2, 1));
        assertThat(components.betweenSessions()).isEmpty();
    }

    @Test
    void a_component_is_never_below_zero() {
        var components = VarianceComponents.of(List.of(List.of(new double[] {0, 10}, new double[] {0, 10})));
        assertThat(components.betweenForks()).contains(new VarianceEstimate(0, 1));
    }

    /** Six sessions of two to four forks of three to five values. */
    private static List<List<double[]>> simulated(Random random, double session, double fork, double value) {
        var sessions = new ArrayList<List<double[]>>();
        for (var s = 0; s < 6; s++) {
            var mean = session * random.nextGaussian();
            var forks = new ArrayList<double[]>();
            for (var f = 0; f < 2 + s % 3; f++) {
                forks.add(Coverage.normal(3 + f % 3, random, mean + fork * random.nextGaussian(), value));
            }
            sessions.add(forks);
        }
        return sessions;
    }
}
