package dev.perfbudget.junit;

import dev.perfbudget.agent.discovery.DiscoveredBenchmark;
import dev.perfbudget.junit.TestsOfClass.Test;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.engine.UniqueId;

/** One benchmark in one mode with one value for each parameter. */
final class BenchmarkDescriptor extends Leaf {

    private final DiscoveredBenchmark benchmark;
    private final String reportingName;

    private BenchmarkDescriptor(
            UniqueId id, String displayName, String reportingName, Test test, DiscoveredBenchmark benchmark) {
        super(id, displayName, Sources.of(benchmark.type(), test), benchmark.type(), test);
        this.benchmark = benchmark;
        this.reportingName = reportingName;
    }

    /** The benchmark of a method that has just one. */
    static BenchmarkDescriptor only(UniqueId id, Test test) {
        return new BenchmarkDescriptor(
                id, test.name(), test.name(), test, test.variants().get(0));
    }

    /** The benchmarks of a method that has several. */
    static List<BenchmarkDescriptor> variants(UniqueId parent, String segment, Test test) {
        var manyModes = test.variants().stream()
                        .map(variant -> variant.key().mode())
                        .distinct()
                        .count()
                > 1;
        var descriptors = new ArrayList<BenchmarkDescriptor>();
        for (var variant : test.variants()) {
            var label = label(variant.key(), manyModes);
            descriptors.add(new BenchmarkDescriptor(
                    parent.append(segment, label),
                    label,
                    // Surefire shows this name, and tells variants apart, only if it ends with an index.
                    test.name() + "{" + label + "}[" + (descriptors.size() + 1) + "]",
                    test,
                    variant));
        }
        return descriptors;
    }

    BenchmarkKey key() {
        return benchmark.key();
    }

    PlannedBenchmark planned() {
        return benchmark.planned(Budgets.of(benchmark.methods(), benchmark.type()));
    }

    @Override
    public String getLegacyReportingName() {
        return reportingName;
    }

    /** {@code avgt, size=10, kind=a}; the mode only where it tells variants apart. */
    private static String label(BenchmarkKey key, boolean manyModes) {
        var parts = new ArrayList<String>();
        if (manyModes) {
            parts.add(key.mode());
        }
        key.params().forEach((name, value) -> parts.add(name + "=" + value));
        return parts.stream().collect(Collectors.joining(", "));
    }
}
