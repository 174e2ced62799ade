package dev.perfbudget.agent.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.WorkloadParams;

/**
 * Entries of a benchmark list, exploded as JMH's runner does before it runs them: one for each mode, one for each
 * combination of parameter values, sorted by mode, name and the order in which values are declared.
 */
final class Combinations {

    private Combinations() {}

    static List<BenchmarkListEntry> of(Collection<BenchmarkListEntry> entries) {
        var exploded = new TreeSet<BenchmarkListEntry>();
        entries.stream()
                .flatMap(Combinations::eachMode)
                .flatMap(Combinations::eachCombination)
                .forEach(exploded::add);
        return List.copyOf(exploded);
    }

    private static Stream<BenchmarkListEntry> eachMode(BenchmarkListEntry entry) {
        if (entry.getMode() != Mode.All) {
            return Stream.of(entry);
        }
        return Arrays.stream(Mode.values()).filter(mode -> mode != Mode.All).map(entry::cloneWith);
    }

    private static Stream<BenchmarkListEntry> eachCombination(BenchmarkListEntry entry) {
        return entry.getParams().orElse(Map.of()).entrySet().stream()
                .reduce(
                        List.of(new WorkloadParams()),
                        (combinations, param) -> multiplied(combinations, param.getKey(), param.getValue()),
                        (left, right) -> right)
                .stream()
                .map(entry::cloneWith);
    }

    private static List<WorkloadParams> multiplied(List<WorkloadParams> combinations, String param, String[] values) {
        var multiplied = new ArrayList<WorkloadParams>();
        for (var combination : combinations) {
            for (int order = 0; order < values.length; order++) {
                var longer = combination.copy();
                longer.put(param, values[order], order);
                multiplied.add(longer);
            }
        }
        return multiplied;
    }
}
