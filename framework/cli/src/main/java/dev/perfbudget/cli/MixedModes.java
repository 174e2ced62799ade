package dev.perfbudget.cli;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Measurements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Benchmarks that both sides measured, but in no mode that they share: their scores mean different things. */
final class MixedModes {

    private static final int MOST_TOLD = 20;

    private record Benchmark(String name, Map<String, String> params) {

        @Override
        public String toString() {
            return params.isEmpty() ? name : name + params;
        }
    }

    private MixedModes() {}

    /** One for each of them. */
    static List<String> problems(List<Measurements> baseline, List<Measurements> candidate) {
        var after = modes(candidate);
        var problems = new ArrayList<String>();
        modes(baseline).forEach((benchmark, before) -> {
            var others = after.getOrDefault(benchmark, before);
            if (Collections.disjoint(before, others) && problems.size() < MOST_TOLD) {
                problems.add("[" + benchmark + "] was measured in mode " + labels(before) + " in " + sources(baseline)
                        + " and in mode " + labels(others) + " in " + sources(candidate)
                        + ": measure both in one mode.");
            }
        });
        return problems;
    }

    private static Map<Benchmark, Set<BenchmarkMode>> modes(List<Measurements> side) {
        var modes = new LinkedHashMap<Benchmark, Set<BenchmarkMode>>();
        side.stream().flatMap(measurements -> measurements.samples().stream()).forEach(sample -> sample.mode()
                .ifPresent(mode -> modes.computeIfAbsent(
                                new Benchmark(
                                        sample.id().benchmark(), sample.id().params()),
                                id -> new TreeSet<>())
                        .add(mode)));
        return modes;
    }

    private static List<String> labels(Set<BenchmarkMode> modes) {
        return modes.stream().map(BenchmarkMode::label).toList();
    }

    private static String sources(List<Measurements> side) {
        return side.stream().map(Measurements::source).distinct().collect(Collectors.joining(", ", "[", "]"));
    }
}
