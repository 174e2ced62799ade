package dev.perfbudget.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Between what a rate lies of which few cases were seen. */
class RareEventsTest {

    @Test
    void what_was_never_seen_may_still_happen_as_the_rule_of_three_says() {
        assertThat(RareEvents.highestRate(0, 20, 0.95)).as("1 - 0.05^(1/20)").isCloseTo(0.139108, within(1e-6));
        assertThat(RareEvents.highestRate(0, 300, 0.95)).as("about 3/n").isCloseTo(0.01, within(1e-4));
    }

    @Test
    void bounds_are_those_of_r() {
        assertThat(RareEvents.highestRate(10, 100, 0.975))
                .as("binom.test(10, 100)")
                .isCloseTo(0.1762226, within(1e-7));
        assertThat(RareEvents.highestRate(1, 20, 0.95))
                .as("binom.test(1, 20, alternative = 'less')")
                .isCloseTo(0.2161067, within(1e-6));
    }

    @Test
    void what_was_seen_always_has_no_upper_bound_below_one() {
        assertThat(RareEvents.highestRate(3, 3, 0.95)).isEqualTo(1);
    }

    @Test
    void the_bound_is_exceeded_no_more_often_than_its_level_allows() {
        var random = new Random(4);
        var exceeded = 0;
        for (var experiment = 0; experiment < 2000; experiment++) {
            var seen = (int) random.doubles(50).filter(value -> value < 0.07).count();
            exceeded += RareEvents.highestRate(seen, 50, 0.95) < 0.07 ? 1 : 0;
        }
        assertThat(exceeded / 2000.0).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 2000));
    }

    @Test
    void more_than_there_are_cases_cannot_be_seen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RareEvents.highestRate(4, 3, 0.95))
                .withMessage("[4] of [3] cases is no count");
    }
}
