package dev.perfbudget.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

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
        var before = checksums(former);
        var after = checksums(present);
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

    /** By name; of two files with the same name the first one is found. */
    private static Map<String, Long> checksums(List<Path> places) throws IOException {
        var checksums = new TreeMap<String, Long>();
        for (var place : places) {
            (Files.isDirectory(place) ? ofFolder(place) : ofJar(place)).forEach(checksums::putIfAbsent);
        }
        checksums.remove(JarFile.MANIFEST_NAME);
        return checksums;
    }

    private static Map<String, Long> ofFolder(Path folder) throws IOException {
        var checksums = new TreeMap<String, Long>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var checksum = new CRC32();
                checksum.update(Files.readAllBytes(file));
                checksums.put(folder.relativize(file).toString().replace('\\', '/'), checksum.getValue());
            }
        }
        return checksums;
    }

    private static Map<String, Long> ofJar(Path file) throws IOException {
        var checksums = new TreeMap<String, Long>();
        try (var jar = new JarFile(file.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
        }
        return checksums;
    }
}
