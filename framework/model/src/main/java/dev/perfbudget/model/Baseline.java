package dev.perfbudget.model;

import java.util.List;

/**
 * What a module has accepted: the sessions that its runs are compared with, and the regressions that it puts up with.
 *
 * @param sessions of all environment classes; empty before anything was accepted
 */
public record Baseline(List<Measurements> sessions, List<Waiver> waivers) {

    /** Nothing was accepted. */
    public static final Baseline NONE = new Baseline(List.of(), List.of());

    public Baseline {
        sessions = List.copyOf(sessions);
        waivers = List.copyOf(waivers);
    }
}
