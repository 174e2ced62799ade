package dev.perfbudget.runner.block;

import static dev.perfbudget.model.Side.BASELINE;
import static dev.perfbudget.model.Side.CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Side;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnOrderTest {

    private static final List<Side> ABBA = List.of(BASELINE, CANDIDATE, CANDIDATE, BASELINE);
    private static final List<Side> BAAB = List.of(CANDIDATE, BASELINE, BASELINE, CANDIDATE);

    @Test
    void every_four_turns_are_abba_or_baab_so_that_a_linear_drift_drops_out() {
        assertThat(fours(new TurnOrder(1), 200)).allMatch(four -> four.equals(ABBA) || four.equals(BAAB));
    }

    @Test
    void which_of_the_two_is_drawn_each_time() {
        var fours = fours(new TurnOrder(2), 200);

        assertThat(fours.stream().filter(ABBA::equals).count()).isBetween(70L, 130L);
    }

    @Test
    void the_same_seed_gives_the_same_order_and_another_seed_another_one() {
        assertThat(fours(new TurnOrder(3), 20)).isEqualTo(fours(new TurnOrder(3), 20));
        assertThat(fours(new TurnOrder(3), 20)).isNotEqualTo(fours(new TurnOrder(4), 20));
    }

    @Test
    void either_side_may_be_started_first() {
        assertThat(IntStream.range(0, 20).mapToObj(seed -> new TurnOrder(seed).first()))
                .contains(BASELINE, CANDIDATE);
    }

    private static List<List<Side>> fours(TurnOrder order, int count) {
        return Stream.generate(() -> List.of(order.next(), order.next(), order.next(), order.next()))
                .limit(count)
                .toList();
    }
}
