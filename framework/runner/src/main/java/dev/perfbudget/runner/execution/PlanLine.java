package dev.perfbudget.runner.execution;

import dev.perfbudget.model.ComparisonRules;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says before the first fork what is going to happen, and for how long. */
final class PlanLine {

    private PlanLine() {}

    /** {@code 12 benchmarks, 5 forks each, about 3 min 40 s (cap 10 min)}. */
    static String alone(Collection<MeasuredBenchmark> benchmarks, Duration cap) {
        var counts = benchmarks.stream()
                .map(MeasuredBenchmark::plannedForks)
                .sorted()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
        var times = benchmarks.stream()
                .map(benchmark ->
                        benchmark.expectedBeforehand().map(fork -> fork.multipliedBy(benchmark.plannedForks())))
                .toList();
        return count(benchmarks) + ", " + counts + (counts.equals("1") ? " fork" : " forks")
                + (benchmarks.size() == 1 ? ", " : " each, ") + about(times, cap);
    }

    /** {@code 12 benchmarks beside git:main (a1b2c3d), at least 5 blocks each, about 5 min (cap 10 min)}. */
    static String inBlocks(Collection<PairedBenchmark> benchmarks, Duration cap, String baseline) {
        var times = benchmarks.stream().map(PairedBenchmark::expectedBeforehand).toList();
        return count(benchmarks) + " beside " + baseline + ", at least "
                + ComparisonRules.PAIRED.looks().get(0) + " blocks" + (benchmarks.size() == 1 ? "" : " each") + ", "
                + about(times, cap);
    }

    private static String count(Collection<?> benchmarks) {
        return benchmarks.size() == 1 ? "1 benchmark" : benchmarks.size() + " benchmarks";
    }

    private static String about(List<Optional<Duration>> times, Duration cap) {
        var isKnown = times.stream().allMatch(Optional::isPresent);
        var sum = times.stream().flatMap(Optional::stream).reduce(Duration.ZERO, Duration::plus);
        return (isKnown ? "about " + text(sum) : "for as long as annotated") + " (cap " + text(cap) + ")";
    }

    /** {@code 45 s}, {@code 3 min 40 s}, {@code 10 min}. */
    static String text(Duration duration) {
        var seconds = Math.max(1, duration.plusMillis(500).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
