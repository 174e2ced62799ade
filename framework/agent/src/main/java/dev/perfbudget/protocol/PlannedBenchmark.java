package dev.perfbudget.protocol;

import java.io.Serializable;
import java.util.List;

/**
 * One benchmark that a test JVM asks to be measured.
 *
 * @param key which benchmark
 * @param className binary name of the class that has it (nested classes with a dollar sign)
 * @param methods names of its methods: one, or all of a group
 * @param workloadClasses binary names of the classes whose bytecode is the workload: the benchmark class, its
 *     superclasses and nest, and the state classes
 * @param listed whether the benchmark list on the class path has it as the class now declares it; if not, it is
 *     generated at run time
 * @param annotatedForks forks that JMH would run ({@code @Fork}, or JMH's default)
 * @param annotatedWarmupForks warmup forks that JMH would run
 * @param threads worker threads ({@code @Threads}, groups summed); -1 for as many as there are processors
 * @param budgets what its annotations declare, nearest first: method, then class, then superclasses
 */
public record PlannedBenchmark(
        BenchmarkKey key,
        String className,
        List<String> methods,
        List<String> workloadClasses,
        boolean listed,
        int annotatedForks,
        int annotatedWarmupForks,
        int threads,
        List<Declaration> budgets)
        implements Serializable {

    public PlannedBenchmark {
        methods = List.copyOf(methods);
        workloadClasses = List.copyOf(workloadClasses);
        budgets = List.copyOf(budgets);
    }
}
