package dev.perfbudget.runner.execution;

import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.protocol.Against;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says before the first fork what is going to happen, and for how long. */
final class PlanLine {

    private PlanLine() {}

    /**
     * {@code 12 benchmarks, 5 forks each, about 3 min 40 s (cap 10 min)}, or {@code 12 benchmarks beside git:main
     * (a1b2c3d), at least 5 blocks each, about 5 min (cap 10 min)}.
     */
    static String of(Collection<MeasuredBenchmark> benchmarks, Duration cap, Against against) {
        return against instanceof Against.Artifact artifact
                ? inBlocks(benchmarks, cap, artifact.name())
                : alone(benchmarks, cap);
    }

    private static String inBlocks(Collection<MeasuredBenchmark> benchmarks, Duration cap, String baseline) {
        return count(benchmarks) + " beside " + baseline + ", at least "
                + ComparisonRules.PAIRED.looks().get(0) + " blocks" + (benchmarks.size() == 1 ? "" : " each") + ", "
                + about(benchmarks, 2) + " (cap " + text(cap) + ")";
    }

    private static String alone(Collection<MeasuredBenchmark> benchmarks, Duration cap) {
        var counts = benchmarks.stream()
                .map(MeasuredBenchmark::plannedForks)
                .sorted()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
        return count(benchmarks) + ", " + counts + (counts.equals("1") ? " fork" : " forks")
                + (benchmarks.size() == 1 ? ", " : " each, ") + about(benchmarks, 1) + " (cap " + text(cap) + ")";
    }

    private static String count(Collection<MeasuredBenchmark> benchmarks) {
        return benchmarks.size() == 1 ? "1 benchmark" : benchmarks.size() + " benchmarks";
    }

    private static String about(Collection<MeasuredBenchmark> benchmarks, int sides) {
        if (benchmarks.stream()
                .anyMatch(benchmark -> benchmark.effort().expected().isEmpty())) {
            return "for as long as annotated";
        }
        return "about "
                + text(benchmarks.stream()
                        .flatMap(benchmark -> benchmark.effort().expected().stream()
                                .map(fork -> fork.multipliedBy((long) sides * benchmark.plannedForks())))
                        .reduce(Duration.ZERO, Duration::plus));
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
