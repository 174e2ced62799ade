package dev.perfbudget.model;

import java.util.List;

/**
 * What one run has of one benchmark.
 *
 * @param id which benchmark
 * @param className binary name of its class, for finding its source
 * @param methods its methods
 * @param threads worker threads of all groups together, at least 1
 * @param workload fingerprint of the workload's bytecode
 * @param budget what was declared, resolved, with the source of every value
 * @param plannedForks how many forks were asked for, those that confirm among them
 * @param confirmationForks how many of these, the last ones, were asked for because the others had regressed
 * @param forks those that finished
 * @param failures those that did not
 */
public record BenchmarkRun(
        BenchmarkId id,
        String className,
        List<String> methods,
        int threads,
        String workload,
        Budget budget,
        int plannedForks,
        int confirmationForks,
        List<Fork> forks,
        List<ForkFailure> failures) {

    public BenchmarkRun {
        methods = List.copyOf(methods);
        forks = List.copyOf(forks);
        failures = List.copyOf(failures);
    }

    /** Its forks without those that confirm. */
    public List<Fork> screeningForks() {
        return forks.subList(0, Math.min(forks.size(), plannedForks - confirmationForks));
    }

    /** Those of its forks that confirm. */
    public List<Fork> confirmingForks() {
        return forks.subList(screeningForks().size(), forks.size());
    }

    /** The same with other forks. */
    public BenchmarkRun withForks(List<Fork> others) {
        return new BenchmarkRun(
                id, className, methods, threads, workload, budget, plannedForks, confirmationForks, others, failures);
    }
}
