package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.SuiteVerdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names for the benchmarks of one report: no longer than it takes to tell them apart. */
final class BenchmarkNames {

    private static final int CLASS_AND_METHOD = 2;

    private final Map<Key, BenchmarkName> names = new HashMap<>();

    BenchmarkNames(SuiteVerdict suite) {
        var keys = suite.benchmarks().stream().map(Key::of).toList();
        var alike = keys.stream()
                .map(Key::place)
                .collect(Collectors.groupingBy(place -> shortName(place.name), Collectors.toSet()));
        var hasSeveralModes = keys.stream()
                .collect(Collectors.groupingBy(
                        key -> key.id.name(), Collectors.mapping(key -> key.id.mode(), Collectors.toSet())));
        var number = 0;
        for (var key : keys) {
            var name = key.place().nameAmong(alike.getOrDefault(shortName(key.id.name()), Set.of()));
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
                            PageFile.of(number, keys.size(), shortName(key.id.name()))));
        }
    }

    BenchmarkName of(BenchmarkVerdict verdict) {
        var name = names.get(Key.of(verdict));
        if (name == null) {
            throw new IllegalArgumentException("[" + verdict.id() + "] is not of this suite");
        }
        return name;
    }

    private static String shortName(String name) {
        return last(CLASS_AND_METHOD, name);
    }

    /** So many parts of a name, or all of it if it has no more. */
    private static String last(int parts, String name) {
        var from = name.length();
        for (var part = 0; part < parts && from >= 0; part++) {
            from = name.lastIndexOf('.', from - 1);
        }
        return name.substring(from + 1);
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

        Place place() {
            return new Place(module, id.name());
        }
    }

    /** Where a benchmark is written. */
    private record Place(String module, String name) {

        /** With as many packages as it takes to tell it from these, and with its module if no package does. */
        String nameAmong(Set<Place> alike) {
            var parts = CLASS_AND_METHOD;
            while (isSharedByAny(alike, parts)) {
                parts++;
            }
            var isElsewhere = alike.stream().anyMatch(place -> place.name.equals(name) && !place.equals(this));
            return (isElsewhere ? SiteView.module(module) + ": " : "") + last(parts, name);
        }

        private boolean isSharedByAny(Set<Place> alike, int parts) {
            return alike.stream().filter(place -> !place.name.equals(name)).anyMatch(place -> last(parts, place.name)
                    .equals(last(parts, name)));
        }
    }
}
