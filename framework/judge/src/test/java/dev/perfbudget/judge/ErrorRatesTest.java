package dev.perfbudget.judge;

import static dev.perfbudget.judge.Measured.averageTime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.LimitVerdict.State;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the decision about a limit is wrong, by seeded simulation: log-normal forks, 10 % apart, whose true median is
 * exactly at the limit, so that each of "held" and "broken" is wrong and may come up in 1 % of cases.
 */
class ErrorRatesTest {

    private static final int SUITES = 4_000;
    private static final double BETWEEN_FORKS = 0.1;
    /** 1 % of 4000 is 40; 99.9 % of binomial counts are at most 61. */
    private static final int MOST_ERRORS = 61;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void at_the_limit_each_wrong_decision_is_as_rare_as_its_level_says(int forks) {
        var states = decide(forks, 1, new Random(forks));
        assertThat(states.getOrDefault(State.HELD, 0)).isBetween(20, MOST_ERRORS);
        assertThat(states.getOrDefault(State.BROKEN, 0)).isBetween(20, MOST_ERRORS);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void thirty_per_cent_beyond_the_limit_is_found_with_five_forks(int forks) {
        var states = decide(forks, 1.3, new Random(forks));
        assertThat(states.getOrDefault(State.BROKEN, 0)).isGreaterThan(SUITES * 9 / 10);
        assertThat(states.getOrDefault(State.HELD, 0)).isZero();
    }

    private static Map<State, Integer> decide(int forks, double trueMedian, Random random) {
        var states = new EnumMap<State, Integer>(State.class);
        for (var suite = 0; suite < SUITES; suite++) {
            var values = DoubleStream.generate(() -> trueMedian * Math.exp(BETWEEN_FORKS * random.nextGaussian()))
                    .limit(forks)
                    .toArray();
            var state =
                    averageTime().limit("mean", "1 us").forks(values).verdict().state();
            states.merge(state, 1, Integer::sum);
        }
        return states;
    }
}
