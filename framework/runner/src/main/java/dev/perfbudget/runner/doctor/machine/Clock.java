package dev.perfbudget.runner.doctor.machine;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How finely {@code System.nanoTime()} tells time, and how long it takes to be read.
 *
 * @param nanoTime the clock
 */
record Clock(LongSupplier nanoTime) implements Rule {

    private static final int READINGS = 200_000;
    private static final long COARSE_NANOS = 1_000;

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Spoils spoils() {
        return Spoils.ALL;
    }

    /** Reads it for some milliseconds, after as many that nobody counts. */
    @Override
    public List<Finding> look() {
        steps();
        var steps = steps();
        return steps.nanos() <= COARSE_NANOS * steps.count()
                ? List.of()
                : List.of(new Finding(
                        Spoils.ALL,
                        "System.nanoTime() went on by [%d ns] at a time, reading included."
                                .formatted(steps.nanos() / steps.count()),
                        "Measure in batches that take far longer than that, and set no limits on percentiles."));
    }

    /** How often it went on, and by how much in all. */
    private record Steps(int count, long nanos) {}

    private Steps steps() {
        var start = nanoTime.getAsLong();
        var last = start;
        var count = 0;
        for (var reading = 0; reading < READINGS; reading++) {
            var now = nanoTime.getAsLong();
            if (now != last) {
                count++;
                last = now;
            }
        }
        return new Steps(Math.max(1, count), last - start);
    }
}
