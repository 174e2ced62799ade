package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/**
 * All numbers of one metric of one benchmark that one side of a comparison has.
 *
 * @param mode empty where the file does not tell
 * @param unit of all values, as they were recorded: rates are not inverted here
 * @param workload fingerprint of the workload's bytecode; empty where the file does not tell
 */
public record Sample(
        SampleId id, Optional<BenchmarkMode> mode, Unit unit, Optional<String> workload, List<Session> sessions) {

    public Sample {
        sessions = List.copyOf(sessions);
    }

    /** Which one it is on its side. */
    public SampleKey key() {
        return new SampleKey(id, mode);
    }

    /** How many forks there are in all sessions. */
    public int forks() {
        return sessions.stream().mapToInt(session -> session.forks().size()).sum();
    }
}
