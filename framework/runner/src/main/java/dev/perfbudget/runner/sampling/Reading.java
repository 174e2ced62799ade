package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.util.Map;
import java.util.Optional;

/**
 * One process at one time.
 *
 * @param nanos by the monotonic clock
 * @param processors of the machine at that time, if they could be read
 */
record Reading(long nanos, Map<Resource, Double> values, Optional<ProcessorTimes> processors) {

    private static final double NANOS_PER_SECOND = 1e9;

    double secondsSince(Reading earlier) {
        return (nanos - earlier.nanos) / NANOS_PER_SECOND;
    }
}
