package dev.perfbudget.junit;

import dev.perfbudget.agent.discovery.BenchmarkScanner;
import dev.perfbudget.agent.discovery.DiscoveredBenchmark;
import dev.perfbudget.junit.client.DroppedJvmArguments;
import dev.perfbudget.junit.client.ModuleLayout;
import dev.perfbudget.junit.client.RunId;
import dev.perfbudget.junit.client.TestClassPath;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.Side;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Makes the plans that the runner is asked to carry out: one for each module that benchmarks were compiled in. */
final class Plans {

    private final OutsideSettings settings;
    private final Plan.Purpose purpose;
    private final Properties system;

    Plans(OutsideSettings settings, Plan.Purpose purpose, Properties system) {
        this.settings = settings;
        this.purpose = purpose;
        this.system = system;
    }

    /** An IDE may run the tests of several modules in one JVM; their budget files and output stay apart. */
    Map<Plan, List<BenchmarkDescriptor>> of(Collection<BenchmarkDescriptor> benchmarks) {
        var byModule = benchmarks.stream()
                .collect(Collectors.groupingBy(this::module, LinkedHashMap::new, Collectors.toList()));
        var plans = new LinkedHashMap<Plan, List<BenchmarkDescriptor>>();
        byModule.forEach((module, members) -> plans.put(plan(module, members), members));
        return plans;
    }

    private Plan plan(ModuleLayout module, List<BenchmarkDescriptor> benchmarks) {
        var layout = settings.value("output").map(module::writingTo).orElse(module);
        return new Plan(
                settings.value("runId").orElseGet(RunId::fresh),
                purpose,
                benchmarks.stream().map(BenchmarkDescriptor::planned).toList(),
                variants(benchmarks),
                side(benchmarks),
                purpose == Plan.Purpose.MEASURE ? BaselineFile.against(settings) : new Against.Stored(),
                layout.directory().toString(),
                layout.output().toString(),
                settings.declarations(),
                DroppedJvmArguments.ofThisJvm());
    }

    /** Who selects some of the variants of a benchmark has the others still. */
    private static List<BenchmarkKey> variants(List<BenchmarkDescriptor> benchmarks) {
        var scanner = new BenchmarkScanner();
        return benchmarks.stream()
                .map(BenchmarkDescriptor::testClass)
                .distinct()
                .flatMap(type -> scanner.scan(type).benchmarks().stream())
                .map(DiscoveredBenchmark::key)
                .toList();
    }

    private Side side(List<BenchmarkDescriptor> benchmarks) {
        var classes = benchmarks.stream()
                .<Class<?>>map(BenchmarkDescriptor::testClass)
                .collect(Collectors.toUnmodifiableSet());
        return new Side(
                system.getProperty("java.home"),
                new TestClassPath(system).seenBy(classes),
                workingDirectory().toString());
    }

    private ModuleLayout module(BenchmarkDescriptor benchmark) {
        return ModuleLayout.of(benchmark.testClass(), system);
    }

    private Path workingDirectory() {
        return Path.of(system.getProperty("user.dir", "")).toAbsolutePath();
    }
}
