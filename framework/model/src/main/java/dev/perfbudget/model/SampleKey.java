package dev.perfbudget.model;

import java.util.Optional;

/**
 * Which of the samples of one side: no two have the same.
 *
 * @param mode empty where the file does not tell
 */
public record SampleKey(SampleId id, Optional<BenchmarkMode> mode) {

    /** The benchmark that it is of; empty where the file does not tell its mode. */
    public Optional<BenchmarkId> benchmark() {
        return mode.map(known -> new BenchmarkId(id.benchmark(), known, id.params()));
    }

    /** Whether it is of a benchmark. */
    public boolean isOf(BenchmarkId wanted) {
        return benchmark().filter(wanted::equals).isPresent();
    }

    /** {@code com.acme.JsonBench.parse{size=10} mean [avgt]}. */
    @Override
    public String toString() {
        return id + mode.map(known -> " [" + known.label() + "]").orElse("");
    }
}
