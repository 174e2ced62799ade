package dev.perfbudget.runner.sampling;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.Fork;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which forks of a run were disturbed, and by what: one note, which changes no verdict and drops no fork. */
public final class ContendedForks {

    private static final int MOST_NAMED = 10;

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
                .filter(fork -> !causes(fork.resources()).isEmpty())
                .toList();
        if (contended.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("%d of %d forks ran contended, so their times may come out too long: %s%s"
                .formatted(
                        contended.size(),
                        forks.size(),
                        byBenchmark(contended.stream().limit(MOST_NAMED).toList()),
                        contended.size() > MOST_NAMED ? "; and " + (contended.size() - MOST_NAMED) + " more" : ""));
    }

    private String byBenchmark(List<Fork> contended) {
        return contended.stream()
                .collect(Collectors.groupingBy(Fork::benchmark, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(benchmark -> names.apply(benchmark.getKey()) + " "
                        + benchmark.getValue().stream()
                                .map(ContendedForks::describe)
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private static String describe(Fork fork) {
        var causes = causes(fork.resources()).stream()
                .map(cause -> cause.describe(fork.resources()))
                .collect(Collectors.joining(", "));
        return "fork " + (fork.index() + 1) + " (" + causes + ")";
    }

    private static List<Contention> causes(Map<String, Double> resources) {
        return Arrays.stream(Contention.values())
                .filter(sign -> sign.isSeenIn(resources))
                .toList();
    }
}
