package dev.perfbudget.runner.sampling;

import java.time.Duration;
import java.util.Locale;

/**
 * What sampling itself took.
 *
 * @param share of one processor
 * @param readings of processes and of the machine
 * @param ofReading processor time, on average
 * @param longestPeriod that its cost made it keep
 */
record SamplingCost(double share, int readings, Duration ofReading, Duration longestPeriod) {

    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MILLIS_PER_SECOND = 1e3;

    /** {@code 0.21 % of a processor, 34 readings of 2.10 ms, at most 1.0 s apart}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f %% of a processor, %d readings of %.2f ms, at most %.1f s apart",
                100 * share,
                readings,
                ofReading.toNanos() / MICROS_PER_MILLI / MILLIS_PER_SECOND,
                longestPeriod.toMillis() / MILLIS_PER_SECOND);
    }
}
