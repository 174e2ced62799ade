package dev.perfbudget.model;

import java.util.Optional;

/** What the comparison with a baseline says. */
public sealed interface Verdict {

    /**
     * There is nothing to compare with.
     *
     * @param threshold that would have been judged, if one is declared
     */
    record NoBaseline(Optional<Slowdown> threshold) implements Verdict {

        /** Without a threshold. */
        public NoBaseline() {
            this(Optional.empty());
        }
    }

    /**
     * Comparing makes no sense.
     *
     * @param reason for people
     */
    record Invalid(String reason) implements Verdict {}
}
