package dev.perfbudget.model.csv;

import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MemoryAllowance;
import dev.perfbudget.model.input.UnreadableFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rows on their way to become samples: forks and iterations in the order of their numbers, sessions as they come. */
final class CsvSamples {

    private final String source;
    private final MemoryAllowance allowance;
    private final InputProblems problems;
    private final Map<SampleKey, Rows> samples = new LinkedHashMap<>();

    CsvSamples(String source, MemoryAllowance allowance, InputProblems problems) {
        this.source = source;
        this.allowance = allowance;
        this.problems = problems;
    }

    /** Adds a row; one whose place is taken, or whose unit is another one than before, is a problem. */
    void add(CsvRow row, String place) throws UnreadableFileException {
        var rows = samples.get(row.key());
        if (rows == null) {
            allowance.takeSample(source);
            allowance.takeText(row.key().toString().length(), source);
            rows = new Rows(row.unit(), new LinkedHashMap<>());
            samples.put(row.key(), rows);
        }
        if (rows.unit != row.unit()) {
            problems.add(
                    place,
                    "[" + row.key() + "] is in [" + row.unit().symbol() + "] here and in [" + rows.unit.symbol()
                            + "] before. Use one unit for all of it.");
        } else if (fork(rows, row).put(row.iteration(), row.value()) != null) {
            problems.add(
                    place,
                    "[" + row.key() + "] has iteration [" + row.iteration() + "] of fork [" + row.fork()
                            + "] a second time. Number forks and iterations, or add a column [session].");
        }
    }

    List<Sample> toSamples() {
        return samples.entrySet().stream()
                .map(sample -> new Sample(
                        sample.getKey().id(),
                        sample.getKey().mode(),
                        sample.getValue().unit,
                        Optional.empty(),
                        sample.getValue().toSessions()))
                .toList();
    }

    private Map<Integer, Double> fork(Rows rows, CsvRow row) throws UnreadableFileException {
        allowance.takeValue(source);
        var forks = rows.sessions.computeIfAbsent(row.session(), session -> new TreeMap<>());
        var fork = forks.get(row.fork());
        if (fork == null) {
            allowance.takeFork(source);
            fork = new TreeMap<>();
            forks.put(row.fork(), fork);
        }
        return fork;
    }

    private record Rows(Unit unit, Map<String, TreeMap<Integer, TreeMap<Integer, Double>>> sessions) {

        List<Session> toSessions() {
            return sessions.values().stream()
                    .map(forks -> new Session(forks.values().stream()
                            .map(values -> new ForkSample(List.copyOf(values.values()), true))
                            .toList()))
                    .toList();
        }
    }
}
