package dev.perfbudget.model;

import java.util.List;
import java.util.Map;

/**
 * What one place declares, as it was written and not yet parsed.
 *
 * @param origin the place, for people: {@code @PerfBudget on com.acme.JsonBench.parse}, {@code pom.xml}; {@link
 *     #SYSTEM_PROPERTIES} for {@code -Dperfbudget.…}
 * @param values text by name without the prefix {@code perfbudget.}; several limits of one attribute are separated by
 *     a semicolon
 * @param metrics expressions over metrics, in order
 */
public record DeclaredValues(String origin, Map<String, String> values, List<String> metrics) {

    /** The origin of what was given on the command line. */
    public static final String SYSTEM_PROPERTIES = "-D";

    public DeclaredValues {
        values = Map.copyOf(values);
        metrics = List.copyOf(metrics);
    }

    /** Where one of its values stands: {@code -Dperfbudget.mean}, {@code pom.xml (perfbudget.mean)}. */
    String sourceOf(String name) {
        if (origin.equals(SYSTEM_PROPERTIES)) {
            return "-Dperfbudget." + name;
        }
        return origin.startsWith("@") ? origin : origin + " (perfbudget." + name + ")";
    }
}
