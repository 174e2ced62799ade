package dev.perfbudget.agent.discovery;

import dev.perfbudget.protocol.BenchmarkKey;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.WorkloadParams;

/** Finds the benchmarks of classes. Keeps the benchmark lists that it has read; for one thread. */
public final class BenchmarkScanner {

    private final Map<ClassLoader, InstalledList> installed = new HashMap<>();

    /**
     * Whether JMH would look for benchmarks in a class: it is not abstract, not generated, and has or inherits a
     * method with {@code @Benchmark}. Such a class may still be rejected, which {@link #scan} tells.
     */
    public static boolean hasBenchmarks(Class<?> type) {
        return !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && !type.getName().contains(".jmh_generated.")
                && benchmarkMethods(type).findAny().isPresent();
    }

    /** The benchmarks of a class, or why JMH rejects it. */
    public Discovery scan(Class<?> type) {
        try {
            if (!hasBenchmarks(type)) {
                return Discovery.nothing(type);
            }
            return examine(type);
        } catch (LinkageError | TypeNotPresentException missing) {
            return Discovery.rejected(
                    type,
                    List.of(),
                    List.of(new BenchmarkProblem(
                            type,
                            Optional.empty(),
                            "The class [" + type.getTypeName() + "] cannot be examined for benchmarks: " + missing
                                    + ". Put what it needs on the test class path.")));
        }
    }

    private Discovery examine(Class<?> type) {
        var methods = benchmarkMethods(type)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        if (type.getCanonicalName() == null) {
            return Discovery.rejected(
                    type,
                    methods,
                    List.of(new BenchmarkProblem(
                            type,
                            Optional.empty(),
                            "JMH cannot run the benchmarks of [" + type.getName()
                                    + "]: it is a local or anonymous class. Make it a public class of its own, or a"
                                    + " public static nested one.")));
        }
        var generation = DryGeneration.of(type);
        if (!generation.problems().isEmpty()) {
            return Discovery.rejected(type, methods, generation.problems());
        }
        var workloadClasses = WorkloadClasses.of(type, methods);
        var benchmarks = Combinations.of(generation.entries()).stream()
                .map(entry -> discovered(entry, type, methods, workloadClasses))
                .toList();
        return new Discovery(type, methods, benchmarks, List.of());
    }

    private DiscoveredBenchmark discovered(
            BenchmarkListEntry entry, Class<?> type, List<Method> methods, List<String> workloadClasses) {
        var name = entry.getUsername().substring(entry.getUserClassQName().length() + 1);
        var own = methods.stream()
                .filter(method -> nameInJmh(method).equals(name))
                .toList();
        return new DiscoveredBenchmark(
                key(entry),
                type,
                own,
                own.stream().anyMatch(method -> method.isAnnotationPresent(Group.class)),
                workloadClasses,
                installed(type).has(entry),
                entry.getForks().orElse(Defaults.MEASUREMENT_FORKS),
                entry.getWarmupForks().orElse(Defaults.WARMUP_FORKS),
                threads(entry));
    }

    private InstalledList installed(Class<?> type) {
        return installed.computeIfAbsent(type.getClassLoader(), InstalledList::of);
    }

    private static BenchmarkKey key(BenchmarkListEntry entry) {
        WorkloadParams values = entry.getWorkloadParams();
        var params = new LinkedHashMap<String, String>();
        values.keys().forEach(param -> params.put(param, values.get(param)));
        return new BenchmarkKey(entry.getUsername(), entry.getMode().shortLabel(), params);
    }

    /** As JMH's runner counts them: at least one whole group. */
    private static int threads(BenchmarkListEntry entry) {
        int asked = entry.getThreads().orElse(Defaults.THREADS);
        if (asked == Threads.MAX) {
            return asked;
        }
        var group = Arrays.stream(entry.getThreadGroups()).sum();
        return (asked + group - 1) / group * group;
    }

    private static String nameInJmh(Method method) {
        var group = method.getAnnotation(Group.class);
        return group == null ? method.getName() : group.value();
    }

    private static Stream<Method> benchmarkMethods(Class<?> type) {
        return Stream.<Class<?>>iterate(type, walk -> walk != null, Class::getSuperclass)
                .flatMap(walk -> Arrays.stream(walk.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic() && method.isAnnotationPresent(Benchmark.class));
    }
}
