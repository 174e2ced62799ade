package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether JMH's benchmark lists name what the classes have, which plain JMH needs and PerfBudget does not. */
record BenchmarkLists(ExaminedModule module) implements Rule {

    private static final String NOT_US = "PerfBudget generates what is missing by itself";

    @Override
    public String name() {
        return "benchmark list";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        if (module.benchmarks().isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        var listed = new TreeSet<String>();
        var lists = 0;
        for (var output : module.outputs()) {
            var list = new ListedBenchmarks(output);
            if (list.exists()) {
                lists++;
                list.names().ifPresentOrElse(listed::addAll, () -> findings.add(unreadable(list)));
                list.newerClass(module.benchmarks().keySet()).ifPresent(newer -> findings.add(older(list, newer)));
            }
        }
        if (lists == 0) {
            findings.add(Finding.information(
                    "There is no [" + ListedBenchmarks.FILE + "] in " + module.outputs() + ".",
                    "Nothing to do: " + NOT_US + "; plain JMH finds no benchmark without it."));
        } else if (findings.stream().noneMatch(finding -> finding.spoils() == Spoils.UNKNOWN)) {
            addDifferences(listed, findings);
        }
        return findings;
    }

    private void addDifferences(Set<String> listed, List<Finding> findings) {
        var present = module.benchmarks().entrySet().stream()
                .flatMap(type ->
                        type.getValue().stream().map(method -> type.getKey().replace('$', '.') + "." + method))
                .collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(present);
        missing.removeAll(listed);
        if (!missing.isEmpty()) {
            findings.add(Finding.information(
                    "The benchmark list lacks " + missing + ".",
                    "Nothing to do: " + NOT_US + "; for plain JMH, build cleanly: mvn clean"));
        }
        var deleted = new TreeSet<>(listed);
        deleted.removeAll(present);
        if (!deleted.isEmpty()) {
            findings.add(Finding.information(
                    "The benchmark list names what is gone " + deleted + ".",
                    "Build cleanly, or plain JMH goes on running it: mvn clean"));
        }
    }

    private static Finding unreadable(ListedBenchmarks list) {
        return Finding.unknown("[" + list.file() + "] cannot be read as a benchmark list.", "Build cleanly: mvn clean");
    }

    private static Finding older(ListedBenchmarks list, String newer) {
        return Finding.information(
                "[" + list.file() + "] is much older than the class [" + newer + "].",
                "PerfBudget looks at the classes themselves; for plain JMH, build cleanly: mvn clean");
    }
}
