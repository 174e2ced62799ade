package dev.perfbudget.runner.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables of hosts and forks: the runner's own, without those through which a JVM takes options.
 * They would put agents, debuggers and heap sizes into every fork.
 *
 * @param variables what children get
 * @param dropped what they do not get, as {@code NAME=value}
 */
public record ChildEnvironment(Map<String, String> variables, List<String> dropped) {

    private static final List<String> JVM_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    public ChildEnvironment {
        variables = Map.copyOf(variables);
        dropped = List.copyOf(dropped);
    }

    /** What is left of a parent's variables. */
    public static ChildEnvironment of(Map<String, String> parent) {
        var kept = new HashMap<>(parent);
        var dropped = new ArrayList<String>();
        for (var name : JVM_OPTIONS) {
            var value = kept.remove(name);
            if (value != null) {
                dropped.add(name + "=" + value);
            }
        }
        return new ChildEnvironment(kept, dropped);
    }
}
