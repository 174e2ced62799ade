package dev.perfbudget.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.perfbudget.runner.workload.PlaceContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** In what two class paths differ, in words: elements by their file names, and those of one name by their contents. */
final class ClassPathDifferences {

    private static final int MOST_NAMED = 3;

    private final Map<String, List<Path>> baseline;
    private final Map<String, List<Path>> candidate;

    ClassPathDifferences(ClassPath baseline, ClassPath candidate) {
        this.baseline = byName(baseline);
        this.candidate = byName(candidate);
    }

    private static Map<String, List<Path>> byName(ClassPath classPath) {
        return classPath.elements().stream()
                .collect(groupingBy(element -> String.valueOf(element.getFileName()), TreeMap::new, toList()));
    }

    /** A line for each; none if both have the same contents. */
    List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (var name : both()) {
            addContents(name, named(name, baseline), named(name, candidate), lines);
        }
        var former = only(baseline);
        var present = only(candidate);
        if (former.size() == 1 && present.size() == 1) {
            var renamed = former.get(0) + " -> " + present.get(0);
            addContents(renamed, named(former.get(0), baseline), named(present.get(0), candidate), lines);
            return lines;
        }
        former.forEach(name -> lines.add("only in the baseline: " + name));
        present.forEach(name -> lines.add("only in the candidate: " + name));
        return lines;
    }

    private static List<Path> named(String name, Map<String, List<Path>> side) {
        return side.getOrDefault(name, List.of());
    }

    private List<String> both() {
        return baseline.keySet().stream().filter(candidate::containsKey).toList();
    }

    private List<String> only(Map<String, List<Path>> side) {
        return side.keySet().stream()
                .filter(name -> !baseline.containsKey(name) || !candidate.containsKey(name))
                .toList();
    }

    private static void addContents(String name, List<Path> former, List<Path> present, List<String> lines)
            throws IOException {
        var before = PlaceContents.checksums(former);
        var after = PlaceContents.checksums(present);
        var files = new HashSet<>(before.keySet());
        files.addAll(after.keySet());
        var different = files.stream()
                .filter(file -> !before.containsKey(file) || !before.get(file).equals(after.get(file)))
                .sorted()
                .toList();
        if (!different.isEmpty()) {
            lines.add(name + ": " + different.size() + " of " + files.size() + " files differ ("
                    + different.stream().limit(MOST_NAMED).collect(joining(", "))
                    + (different.size() > MOST_NAMED ? ", …)" : ")"));
        }
    }
}
