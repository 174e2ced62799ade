package dev.perfbudget.statistics;

import static dev.perfbudget.statistics.References.number;
import static dev.perfbudget.statistics.References.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogLocationsTest {

    /** Of {@code numpy.quantile(method="weibull")} and {@code math.fsum}; the logarithm of 1e300 is 690, of which 1e-13 is one digit. */
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
    void forks_of_fewer_and_of_more_times_are_looked_at_at_one_level() {
        var five = new double[] {1, 2, 3, 4, 5};
        var eleven = new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        assertThat(LogLocations.of(five, 5).quantile()).isZero();
        assertThat(LogLocations.of(eleven, 5).quantile()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(LogLocations.of(eleven).quantile()).isCloseTo(Math.log(1.2), within(1e-15));
    }

    /** The mean rank of the quantile is the same share of all, whatever the number of times: that makes it comparable. */
    @Test
    void the_quantile_of_many_times_is_the_quantile_of_few_on_average() {
        var random = new Random(3);
        assertThat(meanOfQuantiles(random, 10)).isCloseTo(meanOfQuantiles(random, 50), within(0.01));
    }

    private static double meanOfQuantiles(Random random, int times) {
        return IntStream.range(0, 20_000)
                .mapToDouble(fork -> LogLocations.of(Coverage.values(times, random, source -> 1 + source.nextDouble()))
                        .quantile())
                .average()
                .orElseThrow();
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
