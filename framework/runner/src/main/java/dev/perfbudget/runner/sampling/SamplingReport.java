package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.Sampling;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How sampling went.
 *
 * @param cost in words; absent if it never came to a reading
 * @param failures what could not be read, and why
 */
public record SamplingReport(Optional<String> cost, List<String> failures) {

    public SamplingReport {
        failures = List.copyOf(failures);
    }

    /** Facts for the run's environment. */
    public Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        cost.ifPresent(words -> facts.put("sampling.cost", words));
        if (!failures.isEmpty()) {
            facts.put(Sampling.FAILURES, String.join("; ", failures));
        }
        return facts;
    }

    /** A note for people, if something failed. */
    public Optional<String> note() {
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of("Resources were not read, or not all of them; times are not affected: "
                        + String.join("; ", failures));
    }
}
