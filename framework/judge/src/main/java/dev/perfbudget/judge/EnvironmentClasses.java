package dev.perfbudget.judge;

import dev.perfbudget.model.Difference;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Measurements;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A baseline file may keep sessions of several environment classes: those of the candidate's class are compared, or, if
 * it has none, those of the class that differs least, so that the judge can name the differences.
 */
public final class EnvironmentClasses {

    private static final String UNKNOWN = "unknown";

    private EnvironmentClasses() {}

    /** The sessions to compare with, with a note where a file has others; all where no candidate tells its class. */
    public static List<Measurements> nearest(List<Measurements> baseline, List<Measurements> candidate) {
        return candidate.stream()
                .flatMap(side -> side.environment().stream())
                .findFirst()
                .map(wanted -> nearest(baseline, wanted.defining()))
                .orElse(baseline);
    }

    /** The same for a candidate of this class. */
    static List<Measurements> nearest(List<Measurements> baseline, Map<String, String> wanted) {
        return bySource(baseline)
                .flatMap(file -> nearestOfFile(file, wanted).stream())
                .toList();
    }

    private static Stream<List<Measurements>> bySource(List<Measurements> baseline) {
        var files = new LinkedHashMap<String, List<Measurements>>();
        baseline.forEach(session -> files.computeIfAbsent(session.source(), source -> new ArrayList<>())
                .add(session));
        return files.values().stream();
    }

    private static List<Measurements> nearestOfFile(List<Measurements> file, Map<String, String> wanted) {
        var classes = new LinkedHashSet<Map<String, String>>();
        file.stream()
                .flatMap(session -> session.environment().stream())
                .map(Environment::defining)
                .forEach(classes::add);
        if (classes.size() < 2) {
            return file;
        }
        var nearest = nearest(classes, wanted);
        var chosen = file.stream()
                .filter(session -> session.environment()
                        .filter(environment -> !environment.defining().equals(nearest))
                        .isEmpty())
                .toList();
        var note = "[" + file.get(0).source() + "] has " + file.size() + " sessions of " + classes.size()
                + " environments: compared " + (chosen.size() == 1 ? "is the one" : "are the " + chosen.size())
                + (differences(nearest, wanted).isEmpty()
                        ? " of the candidate's environment."
                        : " of the environment that is most like the candidate's.");
        return chosen.stream().map(session -> session.withNotes(List.of(note))).toList();
    }

    /** The one that is the same, or else differs least. */
    static Map<String, String> nearest(Set<Map<String, String>> classes, Map<String, String> wanted) {
        return classes.stream()
                .min(Comparator.comparing((Map<String, String> facts) -> !facts.equals(wanted))
                        .thenComparing(facts -> differences(facts, wanted).size()))
                .orElseThrow();
    }

    /** What both know and do not agree on. */
    static List<Difference> differences(Map<String, String> baseline, Map<String, String> candidate) {
        return new TreeMap<>(baseline)
                .entrySet().stream()
                        .map(fact -> new Difference(
                                fact.getKey(), fact.getValue(), candidate.getOrDefault(fact.getKey(), UNKNOWN)))
                        .filter(fact -> !fact.baseline().equals(UNKNOWN)
                                && !fact.candidate().equals(UNKNOWN))
                        .filter(fact -> !fact.baseline().equals(fact.candidate()))
                        .toList();
    }
}
