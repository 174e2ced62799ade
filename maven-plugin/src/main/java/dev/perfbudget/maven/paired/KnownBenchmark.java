package dev.perfbudget.maven.paired;

/**
 * A benchmark of JMH that a module has, as far as its class file tells.
 *
 * @param type binary name of its class
 * @param method or group
 * @param mode JMH's short label: {@code thrpt avgt sample ss}
 */
public record KnownBenchmark(String type, String method, String mode) {

    /** JMH's name: class (nested classes with a dot), dot, method or group. */
    public String name() {
        return type.replace('$', '.') + "." + method;
    }
}
