package dev.perfbudget.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One benchmark in one mode with one value for each parameter.
 *
 * @param name JMH's name: fully qualified class, dot, method or group
 * @param params values by name, in JMH's order
 */
public record BenchmarkId(String name, BenchmarkMode mode, Map<String, String> params) {

    public BenchmarkId {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** {@code JsonBench.parse{size=10}}: the class without its package. */
    public String shortName() {
        var method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1) + braces();
    }

    /** {@code com.acme.JsonBench.parse{size=10} [avgt]}. */
    @Override
    public String toString() {
        return name + braces() + " [" + mode.label() + "]";
    }

    private String braces() {
        if (params.isEmpty()) {
            return "";
        }
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
