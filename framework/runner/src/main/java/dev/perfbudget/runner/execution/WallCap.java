package dev.perfbudget.runner.execution;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The wall time that a module's measurements may take. */
final class WallCap {

    private final Duration cap;
    private final LongSupplier nanoTime;
    private final long start;

    /** Starts now. */
    WallCap(Duration cap, LongSupplier nanoTime) {
        this.cap = cap;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Whether there is time for something that takes about so long. */
    boolean allows(Duration expected) {
        return elapsed().plus(expected).compareTo(cap) <= 0;
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }

    /** Nothing once it is used up. */
    Duration left() {
        return allows(Duration.ZERO) ? cap.minus(elapsed()) : Duration.ZERO;
    }

    Duration cap() {
        return cap;
    }
}
