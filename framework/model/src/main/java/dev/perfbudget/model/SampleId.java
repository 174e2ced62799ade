package dev.perfbudget.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One metric of one benchmark with one value for each parameter: what is compared with its like.
 *
 * @param benchmark JMH's name: fully qualified class, dot, method or group
 * @param params values by name, in JMH's order
 * @param metric as budgets name it ({@code mean}, {@code allocation}), or as the tool did that recorded it
 */
public record SampleId(String benchmark, Map<String, String> params, String metric) {

    public SampleId {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** Whether it is what a benchmark was measured for in its mode, a time or a rate, and not beside that. */
    public boolean isScore() {
        return metric.equals(StandardMetric.MEAN.label()) || metric.equals(StandardMetric.THROUGHPUT.label());
    }

    /** {@code com.acme.JsonBench.parse{size=10} mean}. */
    @Override
    public String toString() {
        var braces = params.isEmpty()
                ? ""
                : params.entrySet().stream()
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
        return benchmark + braces + " " + metric;
    }
}
