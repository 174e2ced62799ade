package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RobustRateTest {

    @Test
    void slopes_are_those_of_scipys_theilslopes() {
        assertThat(References.rows("theil-sen.csv")).hasSize(20).allSatisfy(row -> assertThat(
                        TheilSenSlope.of(numbers(row[0]), numbers(row[1])))
                .hasValueSatisfying(slope -> assertThat(slope).isCloseTo(Double.parseDouble(row[2]), within(1e-12))));
    }

    @Test
    void points_above_each_other_have_no_slope() {
        assertThat(TheilSenSlope.of(new double[] {2, 2}, new double[] {1, 5})).isEmpty();
    }

    @Test
    void the_fixed_part_is_left_out_where_x_differs_enough() {
        var rate = RobustRate.of(new double[] {100, 110, 125}, new double[] {5000 + 1600, 5000 + 1760, 5000 + 2000});
        assertThat(rate.perUnit()).isCloseTo(16, within(1e-9));
        assertThat(rate.hasFixedPart()).isFalse();
    }

    @Test
    void the_fixed_part_is_shared_out_where_x_hardly_differs() {
        var rate = RobustRate.of(new double[] {100, 101, 102}, new double[] {1700, 1717, 99999});
        assertThat(rate.perUnit()).isCloseTo(17, within(1e-9));
        assertThat(rate.hasFixedPart()).isTrue();
    }

    @Test
    void a_rate_is_never_below_zero() {
        assertThat(RobustRate.of(new double[] {1, 2, 3}, new double[] {30, 20, 10})
                        .perUnit())
                .isZero();
    }

    @Test
    void without_points_there_is_no_rate() {
        assertThatThrownBy(() -> RobustRate.of(new double[] {}, new double[] {}))
                .hasMessage("No points, no rate");
        assertThatThrownBy(() -> RobustRate.of(new double[] {0}, new double[] {1}))
                .hasMessage("There is no rate per [0.0]");
        assertThatThrownBy(() -> SampleMedian.of(new double[] {})).hasMessage("No values have no median");
    }
}
