package dev.perfbudget.agent.discovery;

import java.lang.reflect.Method;
import java.util.List;

/**
 * What a class has to measure.
 *
 * @param type the class that was scanned
 * @param methods its methods with {@code @Benchmark}, inherited ones included, by name; empty for abstract classes
 *     and for classes without benchmarks
 * @param benchmarks one for each mode and combination of parameters, in the order in which JMH runs them; empty if
 *     there is a problem
 * @param problems why JMH rejects the class
 */
public record Discovery(
        Class<?> type, List<Method> methods, List<DiscoveredBenchmark> benchmarks, List<BenchmarkProblem> problems) {

    public Discovery {
        methods = List.copyOf(methods);
        benchmarks = List.copyOf(benchmarks);
        problems = List.copyOf(problems);
    }

    static Discovery nothing(Class<?> type) {
        return new Discovery(type, List.of(), List.of(), List.of());
    }

    static Discovery rejected(Class<?> type, List<Method> methods, List<BenchmarkProblem> problems) {
        return new Discovery(type, methods, List.of(), problems);
    }
}
