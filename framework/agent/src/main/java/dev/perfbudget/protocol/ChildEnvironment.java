package dev.perfbudget.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables of runners and hosts: their parent's, without those through which a JVM takes options.
 * They would put agents, debuggers and heap sizes into every fork; and a debugger's port serves one JVM only. What is
 * left out is an argument of the test JVM, and told as such.
 */
public final class ChildEnvironment {

    /** The variables through which a JVM takes options. */
    public static final List<String> JVM_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final Map<String, String> variables;

    private ChildEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** What is left of a parent's variables. */
    public static ChildEnvironment of(Map<String, String> parent) {
        var kept = new HashMap<>(parent);
        kept.keySet().removeAll(JVM_OPTIONS);
        return new ChildEnvironment(kept);
    }

    /** The same with one more. */
    public ChildEnvironment with(String name, String value) {
        var more = new HashMap<>(variables);
        more.put(name, value);
        return new ChildEnvironment(more);
    }

    /** Starts with nothing else, and with this address of its parent. */
    public ProcessBuilder giveTo(ProcessBuilder child, String address) {
        child.environment().clear();
        child.environment().putAll(variables);
        child.environment().put(LinkServer.ADDRESS_VARIABLE, address);
        return child;
    }
}
