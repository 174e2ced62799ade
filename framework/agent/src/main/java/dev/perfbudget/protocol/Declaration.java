package dev.perfbudget.protocol;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What one place declares, as it was written: an annotation, the system properties, a file, the POM.
 * It is parsed in the runner, once, so that all problems can be told together.
 *
 * @param origin where it stands, for people: {@code @PerfBudget on com.acme.JsonBench.parse},
 *     {@code -D}, {@code JUnit configuration parameters}, {@code pom.xml}
 * @param values text by name; only what was really written there
 * @param metrics expressions over recorded metrics, in order
 */
public record Declaration(String origin, Map<String, String> values, List<String> metrics) implements Serializable {

    public Declaration {
        values = Map.copyOf(values);
        metrics = List.copyOf(metrics);
    }
}
