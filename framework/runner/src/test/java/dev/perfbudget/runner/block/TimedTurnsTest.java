package dev.perfbudget.runner.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.runner.host.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedTurnsTest {

    private final List<Duration> tooLong = new ArrayList<>();
    private long now;
    private final TimedTurns turns = new TimedTurns(Turns.ALWAYS, Duration.ofMillis(120), tooLong::add, () -> now);

    @Test
    void the_second_turn_tells_whether_turns_are_too_long() {
        iterations(50, 1_000, 1_000);

        assertThat(tooLong).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void the_first_one_does_not_for_it_loads_classes() {
        iterations(5_000, 120, 50);

        assertThat(tooLong).isEmpty();
    }

    @Test
    void later_ones_do_not_for_the_machine_may_disturb_them() {
        iterations(50, 50, 5_000, 50);

        assertThat(tooLong).isEmpty();
    }

    private void iterations(long... millis) {
        for (var lasts : millis) {
            turns.take();
            now += Duration.ofMillis(lasts).toNanos();
        }
        turns.take();
        turns.leave();
    }
}
