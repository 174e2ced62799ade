package dev.perfbudget.runner.sampling;

import java.time.Duration;

/**
 * Sees to it that reading costs no more than a fixed share of one processor: the next line of the series waits until all
 * that was spent is four fifths of that share, or less, of all the time that has passed. The rest is for readings at the
 * ends of forks, which do not wait: where forks are very short, these alone come to more.
 */
final class CostBound {

    /** Of one processor. */
    static final double MOST = 0.005;

    private static final double MOST_BEFORE_A_LINE = 0.8 * MOST;

    private final long period;
    private long start;
    private long spent;
    private long longestWait;
    private int readings;

    CostBound(Duration period) {
        this.period = period.toNanos();
    }

    /** What was spent before does not count. */
    void begin(long now) {
        start = now;
        spent = 0;
        readings = 0;
        longestWait = 0;
    }

    /** @param cpuNanos processor time that a reading took */
    void spend(long cpuNanos) {
        spent += cpuNanos;
        readings++;
    }

    /** When the next reading is due, after one that was due now. */
    long next(long now) {
        var due = Math.max(now + period, start + (long) (spent / MOST_BEFORE_A_LINE));
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
