package dev.perfbudget.agent.host;

import dev.perfbudget.protocol.BenchmarkKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What JMH's benchmark lists on the class path say of one benchmark.
 *
 * @param threads as annotated, or JMH's default
 * @param timeout as annotated, or JMH's default: of one iteration, counted from before its turn
 * @param contradicted whether the entries of its modes differ in more than the mode: an old list is about. JMH would
 *     take the settings of any of them.
 */
record ListedBenchmark(int threads, TimeValue timeout, boolean contradicted) {

    static Optional<ListedBenchmark> find(BenchmarkKey benchmark, OutputFormat output) {
        var exactly = "^" + Pattern.quote(benchmark.name()) + "$";
        var entries = List.copyOf(BenchmarkList.defaultList().find(output, List.of(exactly), List.of()));
        return entries.stream()
                .findFirst()
                .map(entry -> new ListedBenchmark(
                        entry.getThreads().orElse(Defaults.THREADS),
                        entry.getTimeout().orElse(Defaults.TIMEOUT),
                        entries.stream()
                                        .map(ListedBenchmark::withoutMode)
                                        .distinct()
                                        .count()
                                > 1));
    }

    private static String withoutMode(BenchmarkListEntry entry) {
        return entry.cloneWith(Mode.All).toLine();
    }
}
