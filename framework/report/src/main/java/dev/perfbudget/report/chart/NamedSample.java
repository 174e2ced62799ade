package dev.perfbudget.report.chart;

import dev.perfbudget.model.SampleVerdict;

/**
 * A sample of a suite.
 *
 * @param name what the report calls its benchmark: {@code JsonBench.parse}
 */
public record NamedSample(String name, SampleVerdict sample) {

    /** Class, and module or package where the name has them. */
    String head() {
        return name.substring(0, method());
    }

    /** Method, parameters and metric. */
    String tail() {
        var id = sample.id();
        var params =
                id.params().isEmpty() ? "" : " " + String.join(",", id.params().values());
        return name.substring(method()) + params + (id.isScore() ? "" : " " + id.metric());
    }

    private int method() {
        return Math.max(0, name.lastIndexOf('.'));
    }
}
