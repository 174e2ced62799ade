package dev.perfbudget.runner.block;

import dev.perfbudget.runner.host.Turns;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Turns of which the second tells how long they last: during the first, classes are loaded. */
final class TimedTurns implements Turns {

    private static final int DECISIVE = 2;

    private final Turns turns;
    private final Duration longest;
    private final Consumer<Duration> tooLong;
    private final LongSupplier nanoTime;
    private int taken;
    private long since;

    /**
     * @param longest that is accepted
     * @param tooLong is told how long it was where it was longer
     */
    TimedTurns(Turns turns, Duration longest, Consumer<Duration> tooLong, LongSupplier nanoTime) {
        this.turns = turns;
        this.longest = longest;
        this.tooLong = tooLong;
        this.nanoTime = nanoTime;
    }

    @Override
    public void take() {
        if (taken == DECISIVE) {
            var lasted = Duration.ofNanos(nanoTime.getAsLong() - since);
            if (lasted.compareTo(longest) > 0) {
                tooLong.accept(lasted);
            }
        }
        turns.take();
        taken++;
        since = nanoTime.getAsLong();
    }

    @Override
    public void leave() {
        turns.leave();
    }
}
