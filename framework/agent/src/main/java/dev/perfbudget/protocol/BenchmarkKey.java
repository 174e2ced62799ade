package dev.perfbudget.protocol;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One benchmark in one mode with one value for each parameter: what JMH gives one result for.
 *
 * @param name JMH's name: fully qualified class (nested classes with a dot), dot, method or group
 * @param mode JMH's short label: {@code thrpt avgt sample ss}
 * @param params parameter values by name, in JMH's order; empty if there are none
 */
public record BenchmarkKey(String name, String mode, Map<String, String> params) implements Serializable {

    public BenchmarkKey {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** For people: {@code com.acme.JsonBench.parse{size=10, kind=a} [avgt]}. */
    @Override
    public String toString() {
        return name
                + (params.isEmpty()
                        ? ""
                        : params.entrySet().stream()
                                .map(param -> param.getKey() + "=" + param.getValue())
                                .collect(Collectors.joining(", ", "{", "}")))
                + " [" + mode + "]";
    }
}
