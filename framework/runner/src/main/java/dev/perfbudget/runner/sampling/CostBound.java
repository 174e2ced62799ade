package dev.perfbudget.runner.sampling;

import java.time.Duration;

/**
 * Sees to it that reading costs no more than a fixed share of one processor: the next reading waits until all that was
 * spent is that share, or less, of all the time that has passed.
 */
final class CostBound {

    /** Of one processor. */
    static final double MOST = 0.005;

    private final long period;
    private final long start;
    private long spent;
    private long longestWait;
    private int readings;

    /** @param start by the monotonic clock */
    CostBound(Duration period, long start) {
        this.period = period.toNanos();
        this.start = start;
    }

    /** @param cpuNanos processor time that a reading took */
    void spend(long cpuNanos) {
        spent += cpuNanos;
        readings++;
    }

    /** When the next reading is due, after one that was due now. */
    long next(long now) {
        var due = Math.max(now + period, start + (long) (spent / MOST));
        longestWait = Math.max(longestWait, due - now);
        return due;
    }

    SamplingCost cost(long now) {
        return new SamplingCost(
                now > start ? (double) spent / (now - start) : 0,
                readings,
                Duration.ofNanos(readings == 0 ? 0 : spent / readings),
                Duration.ofNanos(longestWait));
    }
}
