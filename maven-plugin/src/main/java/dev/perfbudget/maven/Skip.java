package dev.perfbudget.maven;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why a goal is left out: the first reason that holds. All goals have the usual ones of Maven in common.
 *
 * @param parameters of the goal
 * @param modes that leave it out
 */
record Skip(Parameters parameters, Set<String> modes) {

    private static final String MODE = "perfbudget.mode";

    Skip {
        modes = Set.copyOf(modes);
    }

    /**
     * What was set, as on the command line.
     *
     * @param ofGoal flags that leave out this goal beside those that leave out any
     */
    Optional<String> reason(String... ofGoal) {
        var mode = parameters.text(MODE);
        return flag("perfbudget.skip")
                .or(() -> Optional.of(MODE + "=" + mode).filter(set -> modes.contains(mode)))
                .or(() -> flag("skipTests", "maven.test.skip"))
                .or(() -> flag(ofGoal));
    }

    private Optional<String> flag(String... properties) {
        return Stream.of(properties).filter(parameters::flag).findFirst();
    }
}
