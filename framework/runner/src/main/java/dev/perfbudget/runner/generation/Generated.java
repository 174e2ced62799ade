package dev.perfbudget.runner.generation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a generation.
 *
 * @param directory to be first on the class path; empty if there is nothing in it
 * @param problems by binary name of the class: why JMH has no code for it
 */
public record Generated(Optional<Path> directory, Map<String, String> problems) {

    /** Nothing was asked for. */
    public static final Generated NOTHING = new Generated(Optional.empty(), Map.of());

    public Generated {
        problems = Map.copyOf(problems);
    }
}
