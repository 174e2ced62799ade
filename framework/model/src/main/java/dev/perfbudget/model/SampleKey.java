package dev.perfbudget.model;

import java.util.Optional;

/**
 * Which of the samples of one side: no two have the same.
 *
 * @param mode empty where the file does not tell
 */
public record SampleKey(SampleId id, Optional<BenchmarkMode> mode) {

    /** {@code com.acme.JsonBench.parse{size=10} mean [avgt]}. */
    @Override
    public String toString() {
        return id + mode.map(known -> " [" + known.label() + "]").orElse("");
    }
}
