package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Resource;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A machine with two processors, whose clocks and counters go on only when they are told to. */
final class FakeMachine implements ResourceSource, Clocks {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<Long, Map<Resource, Double>> processes = new HashMap<>();
    private final Map<Resource, Double> system = new EnumMap<>(Resource.class);
    private ProcessorTimes processors = new ProcessorTimes(2, 0, 0, 0, 0, 0);
    private long nanos = 5_000_000_000L;
    private long cpuNanos;
    private long costOfSystem = 2 * NANOS_PER_MILLI;
    private Instant time = Instant.parse("2026-11-21T12:00:00Z");

    /** Time passes in which user code keeps processors busy for so long; the rest is idle. */
    void pass(long millis, double userMillis) {
        pass(millis, userMillis, 0);
    }

    void pass(long millis, double userMillis, double stealMillis) {
        nanos += millis * NANOS_PER_MILLI;
        time = time.plusMillis(millis);
        processors = new ProcessorTimes(
                2,
                processors.user() + userMillis,
                processors.kernel(),
                processors.iowait(),
                processors.steal() + stealMillis,
                processors.idle() + 2 * millis - userMillis - stealMillis);
    }

    void wallClockJumps(long millis) {
        time = time.plusMillis(millis);
    }

    void systemCosts(long millis) {
        costOfSystem = millis * NANOS_PER_MILLI;
    }

    void set(long pid, Resource resource, double value) {
        processes.computeIfAbsent(pid, first -> new EnumMap<>(Resource.class)).put(resource, value);
    }

    void setSystem(Resource resource, double value) {
        system.put(resource, value);
    }

    void end(long pid) {
        processes.remove(pid);
    }

    @Override
    public Optional<Map<Resource, Double>> process(long pid) {
        return Optional.ofNullable(processes.get(pid)).map(Map::copyOf);
    }

    @Override
    public ProcessorTimes processors() {
        return processors;
    }

    @Override
    public Map<Resource, Double> system() {
        cpuNanos += costOfSystem;
        return Map.copyOf(system);
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public long cpuNanos() {
        return cpuNanos;
    }

    @Override
    public Instant time() {
        return time;
    }
}
