package dev.perfbudget.model;

import java.util.List;

/** Forks that were measured in one go, on one machine: one run, or one file. Sessions differ from one another. */
public record Session(List<ForkSample> forks) {

    public Session {
        forks = List.copyOf(forks);
    }
}
