package dev.perfbudget.maven;

import java.util.Optional;

/** Why a goal is left out: the first reason that holds. */
final class Skip {

    private Optional<String> reason = Optional.empty();

    /** Adds a reason; earlier ones go before it. */
    Skip when(boolean holds, String property) {
        if (holds && reason.isEmpty()) {
            reason = Optional.of(property);
        }
        return this;
    }

    /** What was set, as on the command line. */
    Optional<String> reason() {
        return reason;
    }
}
