package dev.perfbudget.runner.execution;

import dev.perfbudget.judge.ExpectedBlocks;
import dev.perfbudget.model.ComparisonRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says before the first block which verdicts are to be expected, by the noise that an audit has seen on such a machine. */
final class AuditedPlan {

    private static final List<Integer> LOOKS = ComparisonRules.PAIRED.looks();
    private static final int MOST_BLOCKS = LOOKS.get(LOOKS.size() - 1);

    private final Duration time;
    private final TreeMap<Integer, List<PairedBenchmark>> decided = new TreeMap<>();
    private final List<PairedBenchmark> open = new ArrayList<>();

    /** @param time that there is for all of them */
    AuditedPlan(Collection<PairedBenchmark> benchmarks, Duration time) {
        this.time = time;
        var taken = Duration.ZERO;
        for (var benchmark : benchmarks.stream()
                .sorted(Comparator.comparing(AuditedPlan::expected))
                .toList()) {
            taken = taken.plus(expected(benchmark));
            var isInTime = taken.compareTo(time) <= 0;
            benchmark.audited().ifPresent(audited -> group(audited, isInTime).add(benchmark));
        }
    }

    private List<PairedBenchmark> group(ExpectedBlocks audited, boolean isInTime) {
        return isInTime && audited.blocks().isPresent()
                ? decided.computeIfAbsent(audited.blocks().getAsInt(), first -> new ArrayList<>())
                : open;
    }

    private static Duration expected(PairedBenchmark benchmark) {
        return benchmark.expectedBeforehand().orElse(Duration.ZERO);
    }

    /**
     * {@code As audited on such a machine: 5 blocks probably decide 9 benchmarks; probably cannot be judged
     * within 10 min: JsonBench.print (more than 30 blocks at +5 %)}; empty if nothing is known.
     */
    Optional<String> line() {
        var parts = new ArrayList<String>();
        if (!decided.isEmpty()) {
            parts.add(decided.entrySet().stream()
                    .map(group -> group.getKey() + " blocks probably decide " + names(group.getValue()))
                    .collect(Collectors.joining(", ")));
        }
        if (!open.isEmpty()) {
            parts.add("probably cannot be judged within " + PlanLine.text(time) + ": "
                    + open.stream().map(AuditedPlan::withNeed).collect(Collectors.joining(", ")));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("As audited on such a machine: " + String.join("; ", parts));
    }

    private static String names(List<PairedBenchmark> benchmarks) {
        return benchmarks.size() == 1 ? name(benchmarks.get(0)) : benchmarks.size() + " benchmarks";
    }

    private static String withNeed(PairedBenchmark benchmark) {
        var blocks = benchmark.audited().orElseThrow().blocks();
        var need = blocks.isPresent() ? String.valueOf(blocks.getAsInt()) : "more than " + MOST_BLOCKS;
        return name(benchmark) + " (" + need + " blocks at +" + BlockLine.threshold(benchmark.threshold()) + " %)";
    }

    private static String name(PairedBenchmark benchmark) {
        return benchmark.measured().id().shortName();
    }
}
