package dev.perfbudget.maven;

import dev.perfbudget.maven.paired.KnownBenchmark;
import java.util.List;

/**
 * A class of the module that is worth a test JVM.
 *
 * @param name binary name
 * @param benchmarks names of its benchmark methods and groups, and of its tests with a budget; empty if it has only a
 *     budget, which is for those that it stands around, or for the engine to explain
 */
record FoundClass(String name, List<String> benchmarks) {

    FoundClass {
        benchmarks = List.copyOf(benchmarks);
    }

    boolean has(KnownBenchmark benchmark) {
        return name.equals(benchmark.type()) && benchmarks.contains(benchmark.method());
    }
}
