package dev.perfbudget.runner.block;

import static dev.perfbudget.model.Side.BASELINE;
import static dev.perfbudget.model.Side.CANDIDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTableTest {

    private final TurnTable table =
            new TurnTable(Stream.iterate(BASELINE, TurnOrder::other).iterator());
    private final List<Side> ran = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger running = new AtomicInteger();

    @Test
    void sides_run_one_at_a_time_in_the_order_that_was_drawn() throws Exception {
        var one = fork(BASELINE, 50);
        var other = fork(CANDIDATE, 50);
        one.get(50, TimeUnit.SECONDS);
        other.get(50, TimeUnit.SECONDS);

        assertThat(ran).hasSize(100);
        for (var turn = 0; turn < ran.size(); turn++) {
            assertThat(ran.get(turn)).isEqualTo(turn % 2 == 0 ? BASELINE : CANDIDATE);
        }
        assertThat(table.taken(BASELINE)).isEqualTo(50);
        assertThat(table.taken(CANDIDATE)).isEqualTo(50);
    }

    @Test
    void no_turn_begins_before_both_have_asked_for_their_first() throws Exception {
        var first = new Thread(() -> table.of(BASELINE).take());
        first.start();
        while (first.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(table.taken(BASELINE)).isZero();

        var other = fork(CANDIDATE, 1);
        first.join();
        table.of(BASELINE).leave();
        other.get(50, TimeUnit.SECONDS);
        assertThat(table.taken(BASELINE)).isEqualTo(1);
        assertThat(ran).containsExactly(CANDIDATE);
    }

    @Test
    void the_turns_of_a_side_that_has_ended_are_passed_over() throws Exception {
        var one = fork(BASELINE, 2);
        var other = fork(CANDIDATE, 5);
        one.get(50, TimeUnit.SECONDS);
        other.get(50, TimeUnit.SECONDS);

        assertThat(ran).containsExactly(BASELINE, CANDIDATE, BASELINE, CANDIDATE, CANDIDATE, CANDIDATE, CANDIDATE);
    }

    @Test
    void a_side_that_ends_without_having_asked_is_not_waited_for() {
        table.of(BASELINE).leave();

        assertThat(fork(CANDIDATE, 3)).succeedsWithin(Duration.ofSeconds(50));
        assertThat(ran).containsExactly(CANDIDATE, CANDIDATE, CANDIDATE);
    }

    private CompletableFuture<Void> fork(Side side, int iterations) {
        return CompletableFuture.runAsync(() -> {
            var turns = table.of(side);
            for (var iteration = 0; iteration < iterations; iteration++) {
                turns.take();
                assertThat(running.incrementAndGet()).isEqualTo(1);
                ran.add(side);
                running.decrementAndGet();
            }
            turns.leave();
        });
    }
}
