package dev.perfbudget.agent.discovery;

import dev.perfbudget.protocol.BenchmarkKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH's own benchmark list on the class path has, exploded by other code than that which is tested. */
final class ListedByJmh {

    private ListedByJmh() {}

    static Set<BenchmarkKey> in(String packageName) {
        return entries(packageName)
                .flatMap(entry -> modes(entry).flatMap(mode -> combinations(entry).stream()
                        .map(params -> new BenchmarkKey(entry.getUsername(), mode.shortLabel(), params))))
                .collect(Collectors.toSet());
    }

    static Stream<BenchmarkListEntry> entries(String packageName) {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .filter(entry -> entry.getUserClassQName().startsWith(packageName + "."));
    }

    private static Stream<Mode> modes(BenchmarkListEntry entry) {
        return entry.getMode() == Mode.All
                ? Arrays.stream(Mode.values()).filter(mode -> mode != Mode.All)
                : Stream.of(entry.getMode());
    }

    private static List<Map<String, String>> combinations(BenchmarkListEntry entry) {
        var combinations = new ArrayList<Map<String, String>>();
        combinations.add(Map.of());
        new TreeMap<>(entry.getParams().orElse(Map.of())).forEach((name, values) -> {
            var shorter = List.copyOf(combinations);
            combinations.clear();
            for (var combination : shorter) {
                for (var value : values) {
                    var longer = new LinkedHashMap<>(combination);
                    longer.put(name, value);
                    combinations.add(longer);
                }
            }
        });
        return combinations;
    }
}
