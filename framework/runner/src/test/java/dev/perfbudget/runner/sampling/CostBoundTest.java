package dev.perfbudget.runner.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CostBoundTest {

    private static final long MILLI = 1_000_000;

    @Test
    void what_was_spent_before_the_beginning_does_not_count() {
        var bound = new CostBound(Duration.ofSeconds(1));
        bound.spend(500 * MILLI);
        bound.begin(100 * MILLI);

        assertThat(bound.next(100 * MILLI)).isEqualTo(1_100 * MILLI);
        assertThat(bound.cost(1_100 * MILLI).share()).isZero();
    }

    @Test
    void whatever_a_reading_costs_the_share_is_kept_when_the_next_one_begins() {
        for (var cost : new long[] {0, 1, 4, 5, 6, 50, 2_000}) {
            var bound = new CostBound(Duration.ofSeconds(1));
            var now = 0L;
            for (var reading = 0; reading < 20; reading++) {
                bound.spend(cost * MILLI);
                now = bound.next(now);
                assertThat(bound.cost(now).share()).isLessThanOrEqualTo(CostBound.MOST);
            }
        }
    }

    @Test
    void cheap_readings_keep_their_period() {
        var bound = new CostBound(Duration.ofSeconds(1));
        bound.spend(3 * MILLI);

        assertThat(bound.next(0)).isEqualTo(1_000 * MILLI);
    }

    @Test
    void its_cost_is_told_in_words() {
        var bound = new CostBound(Duration.ofSeconds(1));
        bound.spend(2 * MILLI);
        bound.next(0);
        bound.spend(3 * MILLI);

        assertThat(bound.cost(1_000 * MILLI))
                .hasToString("0.50 % of a processor, 2 readings of 2.50 ms, at most 1.0 s apart");
    }
}
