package dev.perfbudget.agent.discovery;

import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.Declaration;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.lang.reflect.Method;
import java.util.List;

/**
 * One benchmark in one mode with one value for each parameter, as its class declares it.
 *
 * @param key JMH's name, mode and parameters
 * @param type the class that was scanned; methods may come from its superclasses
 * @param methods its method, or all methods of a group in the order of their names
 * @param group whether its methods are a {@code @Group}
 * @param workloadClasses see {@link PlannedBenchmark#workloadClasses()}
 * @param listed see {@link PlannedBenchmark#listed()}
 * @param annotatedForks see {@link PlannedBenchmark#annotatedForks()}
 * @param annotatedWarmupForks see {@link PlannedBenchmark#annotatedWarmupForks()}
 * @param threads see {@link PlannedBenchmark#threads()}
 */
public record DiscoveredBenchmark(
        BenchmarkKey key,
        Class<?> type,
        List<Method> methods,
        boolean group,
        List<String> workloadClasses,
        boolean listed,
        int annotatedForks,
        int annotatedWarmupForks,
        int threads) {

    public DiscoveredBenchmark {
        methods = List.copyOf(methods);
        workloadClasses = List.copyOf(workloadClasses);
    }

    /** With what its annotations declare, nearest first, it is ready to be asked for. */
    public PlannedBenchmark planned(List<Declaration> budgets) {
        return new PlannedBenchmark(
                key,
                type.getName(),
                methods.stream().map(Method::getName).toList(),
                workloadClasses,
                listed,
                annotatedForks,
                annotatedWarmupForks,
                threads,
                budgets);
    }
}
