package dev.perfbudget.runner.execution;

import java.time.Duration;

/**
 * Counts and times of a fork.
 *
 * @param warmups at most
 * @param warmupTime of one warmup iteration, no shorter than that of a measured one; no meaning for single shots
 * @param time of one measured iteration; no meaning for single shots
 */
record Iterations(int warmups, Duration warmupTime, int measured, Duration time) {

    /** All of the same time. */
    Iterations(int warmups, int measured, Duration time) {
        this(warmups, time, measured, time);
    }

    /**
     * About how long all of them take.
     *
     * @param lasts a measured one: longer than its time where an operation is, shorter where it is a single shot
     */
    Duration last(Duration lasts, int warmups) {
        return lasts.multipliedBy(measured).plus(warmup(lasts).multipliedBy(warmups));
    }

    private Duration warmup(Duration lasts) {
        if (lasts.compareTo(time) <= 0) {
            return times(warmupTime, share(lasts, time));
        }
        return lasts.compareTo(warmupTime) > 0 ? lasts : warmupTime;
    }

    /** The reverse: how long a measured one lasts if all together take so long. */
    Duration lasting(Duration all, int warmups) {
        var asAsked = last(time, warmups);
        if (all.compareTo(asAsked) <= 0) {
            return times(time, share(all, asAsked));
        }
        var beyondWarmup = all.minus(warmupTime.multipliedBy(warmups)).dividedBy(Math.max(1, measured));
        return beyondWarmup.compareTo(warmupTime) <= 0 ? beyondWarmup : all.dividedBy(Math.max(1, warmups + measured));
    }

    private static double share(Duration part, Duration whole) {
        return (double) part.toNanos() / Math.max(1, whole.toNanos());
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofNanos(Math.round(time.toNanos() * factor));
    }
}
