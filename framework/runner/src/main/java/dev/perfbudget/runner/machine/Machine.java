package dev.perfbudget.runner.machine;

import java.util.Optional;

/**
 * What does not change while a machine runs.
 *
 * @param cpuModel as its maker calls it
 * @param logicalProcessors that the system schedules on
 * @param physicalProcessors fewer than the logical ones where they share cores
 * @param memoryBytes of the machine, or less if a control group has less
 * @param cpuQuota processors' worth of time that a control group allows; absent without a quota
 * @param kernel name and full version: {@code Linux 6.1.0-13-amd64}
 * @param container what kind of container it is: {@code docker}; absent outside
 */
public record Machine(
        String cpuModel,
        int logicalProcessors,
        int physicalProcessors,
        long memoryBytes,
        Optional<Double> cpuQuota,
        String kernel,
        Optional<String> container) {

    /** Whether hardware threads share cores. */
    public boolean hasSmt() {
        return logicalProcessors > physicalProcessors;
    }
}
