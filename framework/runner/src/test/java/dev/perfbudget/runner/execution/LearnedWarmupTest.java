package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Side;
import dev.perfbudget.statistics.Steadiness;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnedWarmupTest {

    private final LearnedWarmup warmup = new LearnedWarmup(20);

    @Test
    void the_first_fork_gets_all_that_may_be_asked_for() {
        assertThat(warmup.iterations()).isEqualTo(20);
    }

    @Test
    void later_forks_get_half_as_much_again_as_most_of_them_needed_and_two() {
        learn(steadyFrom(4));
        learn(steadyFrom(3));

        assertThat(warmup.iterations()).isEqualTo(8);
    }

    @Test
    void a_fork_that_is_steady_at_once_still_leaves_two() {
        learn(steadyFrom(0));

        assertThat(warmup.iterations()).isEqualTo(2);
    }

    @Test
    void it_never_grows_beyond_what_may_be_asked_for() {
        learn(steadyFrom(19));

        assertThat(warmup.iterations()).isEqualTo(20);
    }

    @Test
    void of_two_forks_one_that_was_never_steady_keeps_it_long() {
        learn(steadyFrom(2));
        learn(neverSteady());

        assertThat(warmup.iterations()).isEqualTo(20);
    }

    @Test
    void one_disturbed_fork_of_many_does_not() {
        learn(steadyFrom(2));
        learn(steadyFrom(4));
        learn(steadyFrom(2));
        learn(neverSteady());
        assertThat(warmup.iterations()).isEqualTo(8);

        learn(neverSteady());
        assertThat(warmup.iterations()).isEqualTo(20);
    }

    @Test
    void forks_of_which_each_was_disturbed_at_another_time_are_seen_together() {
        for (var fork = 0; fork < 6; fork++) {
            learn(slowAt(fork, 0, 1, 2, 10 + 3 * fork, 11 + 3 * fork, 12 + 3 * fork));
        }

        assertThat(warmup.iterations()).isEqualTo(7);
    }

    @Test
    void the_side_that_needs_more_counts_though_half_of_all_forks_do_not() {
        for (var fork = 0; fork < 6; fork++) {
            warmup.learn(Side.BASELINE, slowAt(fork, 0, 1));
            warmup.learn(Side.CANDIDATE, slowAt(fork, 0, 1, 2, 3, 4, 5, 6, 7));
        }

        assertThat(warmup.iterations()).isEqualTo(14);
    }

    @Test
    void what_an_audit_has_seen_shortens_the_first_fork_until_a_slower_one_shows_up() {
        warmup.expectSteadyFrom(4);
        assertThat(warmup.iterations()).isEqualTo(8);

        learn(steadyFrom(8));
        assertThat(warmup.iterations()).isEqualTo(14);
    }

    private static Fork neverSteady() {
        return Forks.of(new Steadiness(false, 30));
    }

    private void learn(Fork fork) {
        warmup.learn(Side.CANDIDATE, fork);
    }

    /** Never steady by itself. */
    private static Fork slowAt(int number, Integer... places) {
        var slow = Set.of(places);
        var random = new Random(number);
        return Forks.withScores(
                new Steadiness(false, 40),
                IntStream.range(0, 40)
                        .mapToDouble(
                                place -> (slow.contains(place) ? 300 : 100) * Math.exp(0.01 * random.nextGaussian()))
                        .toArray());
    }

    private static Fork steadyFrom(int index) {
        return Forks.of(new Steadiness(true, index));
    }
}
