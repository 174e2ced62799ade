package dev.perfbudget.runner.recording;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.protocol.BenchmarkKey;

/** The names of benchmarks on both sides of the border. */
public final class BenchmarkIds {

    private BenchmarkIds() {}

    /** The id of what a process calls by this key. */
    public static BenchmarkId of(BenchmarkKey key) {
        return new BenchmarkId(key.name(), BenchmarkMode.ofLabel(key.mode()), key.params());
    }
}
