package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/** All that one benchmark declares: its limits and its threshold. */
public record Budget(List<Limit> limits, Optional<Slowdown> slowdown) {

    /** What a benchmark has for which nothing is declared anywhere. */
    public static final Budget NONE = new Budget(List.of(), Optional.empty());

    public Budget {
        limits = List.copyOf(limits);
    }

    /** The largest slowdown that is accepted, as a share; the built-in one if none is declared. */
    public double threshold() {
        return slowdown.orElse(Slowdown.BUILT_IN).share();
    }

    /** Whether nothing is declared. */
    public boolean isEmpty() {
        return limits.isEmpty() && slowdown.isEmpty();
    }
}
