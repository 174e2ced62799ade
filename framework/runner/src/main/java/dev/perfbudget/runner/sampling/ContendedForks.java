package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Fork;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many forks of a run were disturbed, and by what: one short note, which changes no verdict and drops no fork. Every
 * fork's own figures are in its record.
 */
public final class ContendedForks {

    private static final int MOST_NAMED = 3;

    private final Collection<Fork> forks;
    private final Function<BenchmarkId, String> names;

    /** @param names of benchmarks, for people */
    public ContendedForks(Collection<Fork> forks, Function<BenchmarkId, String> names) {
        this.forks = forks;
        this.names = names;
    }

    /** Empty if none was. */
    public Optional<String> note() {
        var contended = forks.stream()
                .filter(fork -> Arrays.stream(Contention.values()).anyMatch(sign -> sign.isSeenIn(fork.resources())))
                .toList();
        return contended.isEmpty()
                ? Optional.empty()
                : Optional.of("%d of %d forks ran contended, so their times may come out too long: at worst %s; in %s"
                        .formatted(contended.size(), forks.size(), causes(contended), benchmarks(contended)));
    }

    private static String causes(List<Fork> contended) {
        return Arrays.stream(Contention.values())
                .flatMap(sign -> cause(sign, contended).stream())
                .collect(Collectors.joining(", "));
    }

    /** {@code steal 4.1 % (3 forks)}. */
    private static Optional<String> cause(Contention sign, List<Fork> contended) {
        var seen =
                contended.stream().map(Fork::resources).filter(sign::isSeenIn).toList();
        return seen.stream()
                .max(Comparator.comparingDouble(sign::worth))
                .map(worst -> sign.describe(worst) + " (" + seen.size() + (seen.size() == 1 ? " fork)" : " forks)"));
    }

    /** Those with the most such forks first. */
    private String benchmarks(List<Fork> contended) {
        var byBenchmark = contended.stream()
                .collect(Collectors.groupingBy(Fork::benchmark, LinkedHashMap::new, Collectors.counting()));
        var named = byBenchmark.entrySet().stream()
                .sorted(Map.Entry.<BenchmarkId, Long>comparingByValue().reversed())
                .limit(MOST_NAMED)
                .map(benchmark -> names.apply(benchmark.getKey()))
                .collect(Collectors.joining(", "));
        var more = byBenchmark.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
