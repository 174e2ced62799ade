package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ModuleDirectory;
import dev.perfbudget.model.SuiteVerdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names for the benchmarks of one report: no longer than it takes to tell them apart. */
final class BenchmarkNames {

    private final Map<Key, BenchmarkName> names = new HashMap<>();

    BenchmarkNames(SuiteVerdict suite) {
        var keys = suite.benchmarks().stream().map(Key::of).toList();
        var isShortUnique = areUnique(keys, key -> shortName(key.id));
        var isFullUnique = areUnique(keys, key -> key.id.name());
        var hasSeveralModes = keys.stream()
                .collect(Collectors.groupingBy(
                        key -> key.id.name(), Collectors.mapping(key -> key.id.mode(), Collectors.toSet())));
        var number = 0;
        for (var key : keys) {
            var name = isShortUnique ? shortName(key.id) : isFullUnique ? key.id.name() : key.longName();
            var modes = hasSeveralModes.getOrDefault(key.id.name(), Set.of());
            var mode = modes.size() > 1 ? " [" + key.id.mode().label() + "]" : "";
            number++;
            names.put(
                    key,
                    new BenchmarkName(
                            name + mode,
                            params(key.id),
                            key.id.toString(),
                            "benchmark-" + number,
                            PageFile.of(number, keys.size(), shortName(key.id))));
        }
    }

    BenchmarkName of(BenchmarkVerdict verdict) {
        var name = names.get(Key.of(verdict));
        if (name == null) {
            throw new IllegalArgumentException("[" + verdict.id() + "] is not of this suite");
        }
        return name;
    }

    /** Whether no two benchmarks of different module or class share such a name. */
    private static boolean areUnique(List<Key> keys, Function<Key, String> naming) {
        return keys.stream()
                .collect(Collectors.groupingBy(naming, Collectors.mapping(Key::longName, Collectors.toSet())))
                .values()
                .stream()
                .allMatch(longNames -> longNames.size() == 1);
    }

    private static String shortName(BenchmarkId id) {
        var method = id.name().lastIndexOf('.');
        return id.name().substring(id.name().lastIndexOf('.', method - 1) + 1);
    }

    private static String params(BenchmarkId id) {
        return id.params().entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
    }

    private record Key(String module, BenchmarkId id) {

        static Key of(BenchmarkVerdict verdict) {
            return new Key(verdict.module(), verdict.id());
        }

        String longName() {
            return new ModuleDirectory(module).name() + ": " + id.name();
        }
    }
}
