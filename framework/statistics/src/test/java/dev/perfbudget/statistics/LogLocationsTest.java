package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogLocationsTest {

    /** Of {@code numpy.quantile} and {@code math.fsum}; the logarithm of 1e300 is 690, of which 1e-13 is one digit. */
    @Test
    void locations_are_those_of_numpy() {
        assertThat(References.rows("log-locations.csv")).hasSize(22).allSatisfy(row -> {
            var locations = LogLocations.of(numbers(row[0]));
            assertThat(locations.quantile()).isCloseTo(number(row[1]), within(2e-13));
            assertThat(locations.mean()).isCloseTo(number(row[2]), within(2e-13));
        });
    }

    @Test
    void a_burst_moves_the_mean_and_not_the_quantile() {
        var quiet = LogLocations.of(new double[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10});
        var burst = LogLocations.of(new double[] {10, 10, 10, 20, 10, 10, 10, 10, 10, 10});
        assertThat(burst.quantile()).isEqualTo(quiet.quantile());
        assertThat(burst.mean()).isCloseTo(quiet.mean() + Math.log(1.1), within(1e-14));
    }

    @Test
    void equal_times_have_one_location() {
        var locations = LogLocations.of(new double[] {0.3, 0.3, 0.3});
        assertThat(locations).isEqualTo(new LogLocations(Math.log(0.3), Math.log(0.3)));
    }

    @Test
    void only_times_above_zero_have_locations() {
        assertThatThrownBy(() -> LogLocations.of(new double[] {})).hasMessage("No times have no location");
        assertThatThrownBy(() -> LogLocations.of(new double[] {1, 0})).hasMessageContaining("not [0.0]");
        assertThatThrownBy(() -> LogLocations.of(new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("[Infinity]");
    }
}
