package dev.perfbudget.agent.fork;

import java.util.HashMap;
import java.util.Map;

/**
 * What the counters said at one moment.
 *
 * @param values by the names that {@link dev.perfbudget.protocol.FromFork.IterationEnded#counters()} lists; absent
 *     where the JVM does not tell
 * @param allocation what threads had allocated
 */
public record Reading(Map<String, Long> values, Allocation allocation) {

    /** Nothing at all. */
    public static Reading none() {
        return new Reading(Map.of(), Allocation.unknown());
    }

    /** What was counted since an earlier moment. */
    public Map<String, Long> since(Reading earlier) {
        var differences = new HashMap<String, Long>();
        values.forEach((name, value) -> {
            var start = earlier.values.get(name);
            if (start != null) {
                differences.put(name, value - start);
            }
        });
        allocation.since(earlier.allocation).ifPresent(bytes -> differences.put("allocated", bytes));
        return differences;
    }
}
