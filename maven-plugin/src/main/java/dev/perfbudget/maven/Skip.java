package dev.perfbudget.maven;

import java.util.List;
import java.util.Optional;

/** Why a goal is left out: the first reason that holds. */
final class Skip {

    private static final String MODE = "perfbudget.mode";

    private final Parameters parameters;
    private Optional<String> reason = Optional.empty();

    Skip(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Adds a reason to leave it out; earlier ones go before it. */
    Skip flag(String property) {
        return when(parameters.flag(property), property);
    }

    /** Adds modes that leave it out. */
    Skip mode(String... modes) {
        var mode = parameters.text(MODE);
        return when(List.of(modes).contains(mode), MODE + "=" + mode);
    }

    /** What was set, as on the command line. */
    Optional<String> reason() {
        return reason;
    }

    private Skip when(boolean holds, String saying) {
        if (holds && reason.isEmpty()) {
            reason = Optional.of(saying);
        }
        return this;
    }
}
