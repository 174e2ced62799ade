package dev.perfbudget.cli;

import dev.perfbudget.judge.Comparer;
import dev.perfbudget.judge.EnvironmentClasses;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.MetricSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** From files to a verdict: everything is read, or all that is wrong is told together. */
final class Comparing {

    private final ComparisonRules rules;
    private final Collection<String> metrics;

    /** @param metrics which are compared; empty for those that are as a rule */
    Comparing(ComparisonRules rules, Collection<String> metrics) {
        this.rules = rules;
        this.metrics = List.copyOf(metrics);
    }

    SuiteVerdict compare(FileOptions.Sides sides) throws BadInputException {
        var problems = new ArrayList<String>();
        var selection = new MetricSelection(metrics);
        var allowance = MemoryAllowance.ofThisJvm();
        var stored = read(sides.baseline(), selection, allowance, problems);
        var candidate = read(sides.candidate(), selection, allowance, problems);
        if (problems.isEmpty() && !selection.unknown().isEmpty()) {
            problems.add("--metric: no file has " + selection.unknown() + ". There are " + selection.met() + ".");
        }
        throwIfAny(problems);
        var baseline = EnvironmentClasses.nearest(stored, candidate);
        problems.addAll(MixedModes.problems(baseline, candidate));
        UnequalSessions.of(candidate).stream()
                .map(line -> line + " Measure it there as well, or leave the file out.")
                .forEach(problems::add);
        throwIfAny(problems);
        return new Comparer(rules).compare(withNotes(baseline, UnequalSessions.of(baseline)), candidate);
    }

    private static void throwIfAny(List<String> problems) throws BadInputException {
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }

    /** A baseline may be older than a benchmark: that is told, and does not fail. */
    private static List<Measurements> withNotes(List<Measurements> baseline, List<String> notes) {
        return baseline.stream().map(session -> session.withNotes(notes)).toList();
    }

    private static List<Measurements> read(
            List<Path> files, MetricSelection selection, MemoryAllowance allowance, List<String> problems) {
        var measurements = new ArrayList<Measurements>();
        for (var file : files) {
            try {
                measurements.addAll(new MeasurementFile(file).read(selection, allowance));
            } catch (IOException unreadable) {
                problems.add(message(file, unreadable));
            }
        }
        return measurements;
    }

    /** What is wrong with a file, with its name. */
    static String message(Path file, IOException unreadable) {
        var message = String.valueOf(unreadable.getMessage());
        return message.contains(file.toString()) ? message : "[" + file + "] cannot be read: " + message + ".";
    }
}
