package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/**
 * What a module keeps for judging its runs: the sessions that they are compared with, the regressions that it puts up
 * with, and what is known of its gate.
 *
 * @param sessions of all environment classes; empty before anything was accepted
 * @param audit the last one; empty before there was one
 */
public record Baseline(List<Measurements> sessions, List<Waiver> waivers, Optional<Audit> audit) {

    /** Nothing was accepted. */
    public static final Baseline NONE = new Baseline(List.of(), List.of());

    public Baseline {
        sessions = List.copyOf(sessions);
        waivers = List.copyOf(waivers);
    }

    /** One whose gate was never audited. */
    public Baseline(List<Measurements> sessions, List<Waiver> waivers) {
        this(sessions, waivers, Optional.empty());
    }
}
