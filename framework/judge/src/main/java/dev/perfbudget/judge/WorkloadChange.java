package dev.perfbudget.judge;

import dev.perfbudget.model.Difference;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which classes of a benchmark differ, by fingerprints that name them. */
final class WorkloadChange {

    private static final String FACT = "workload";

    private WorkloadChange() {}

    /** {@code the code of [JsonBench$Input] changed}; empty if it is something else that differs, or cannot be named. */
    static Optional<String> words(Difference difference) {
        var before = hashes(difference.baseline());
        var after = hashes(difference.candidate());
        if (!difference.fact().equals(FACT) || before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        var classes = new TreeSet<>(before.keySet());
        classes.addAll(after.keySet());
        return Optional.of(classes.stream()
                .filter(name -> !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(after.get(name))))
                .map(name -> "[" + name + "]")
                .collect(Collectors.joining(", ", "the code of ", " changed")));
    }

    /** Nothing where a tool wrote something else, or where sessions have several. */
    private static Map<String, String> hashes(String fingerprint) {
        var hashes = new TreeMap<String, String>();
        for (var part : Arrays.asList(fingerprint.split(" ", -1))) {
            var colon = part.indexOf(':');
            if (colon <= 0 || part.endsWith(",")) {
                return Map.of();
            }
            hashes.put(part.substring(0, colon), part.substring(colon + 1));
        }
        return hashes;
    }
}
