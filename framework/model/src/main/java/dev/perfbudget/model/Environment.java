package dev.perfbudget.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Machine, JVM and flags of a run.
 *
 * @param defining facts that make measurements comparable: together they are the environment class
 * @param descriptive facts worth knowing that do not
 */
public record Environment(Map<String, String> defining, Map<String, String> descriptive) {

    public Environment {
        defining = Collections.unmodifiableMap(new TreeMap<>(defining));
        descriptive = Collections.unmodifiableMap(new TreeMap<>(descriptive));
    }

    /** The same with more facts that do not define it. */
    public Environment describedBy(Map<String, String> more) {
        var all = new TreeMap<>(descriptive);
        all.putAll(more);
        return new Environment(defining, all);
    }
}
