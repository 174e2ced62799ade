package dev.perfbudget.model.csv;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Export;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.NotExportableException;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.input.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measurements as CSV that {@link CsvFile} reads back: a line for each value. */
public final class CsvExport {

    private static final String HEADER = CsvHeader.EXAMPLE + ",session,mode";

    private final StringBuilder text = new StringBuilder(HEADER).append('\n');
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    private CsvExport() {}

    /**
     * The file.
     *
     * @param sessions in their order: each session of each of them gets the next number
     * @throws NotExportableException with every text that would not be read as it was written
     */
    public static Export of(List<Measurements> sessions) throws NotExportableException {
        var export = new CsvExport();
        var number = 1;
        for (var measurements : sessions) {
            export.add(measurements, number);
            number += sessionsOf(measurements);
        }
        export.noteEnvironments(sessions);
        if (!export.problems.isEmpty()) {
            throw new NotExportableException(List.copyOf(export.problems));
        }
        return new Export(export.text.toString(), export.notes);
    }

    private static int sessionsOf(Measurements measurements) {
        return measurements.samples().stream()
                .mapToInt(sample -> sample.sessions().size())
                .max()
                .orElse(1);
    }

    private void add(Measurements measurements, int firstSession) {
        for (var sample : measurements.samples()) {
            var session = firstSession;
            for (var forks : sample.sessions()) {
                add(sample, forks, session++);
            }
            if (sample.forks() == 0) {
                notes.add("[" + sample.key() + "] has no values, and so no line.");
            }
        }
    }

    private void add(Sample sample, Session forks, int session) {
        var beginning = beginning(sample);
        var end = "," + session + "," + sample.mode().map(BenchmarkMode::label).orElse("") + "\n";
        var fork = 0;
        for (var values : forks.forks()) {
            add(sample.key(), beginning + fork++ + ",", values, end);
        }
    }

    private void add(SampleKey sample, String beginning, ForkSample fork, String end) {
        var iteration = 0;
        for (var value : fork.values()) {
            if (Double.isInfinite(value)) {
                problems.add("[" + sample + "] has an infinite value, which CSV does not have.");
            }
            text.append(beginning).append(iteration++).append(',').append(value).append(end);
        }
    }

    private String beginning(Sample sample) {
        var id = sample.id();
        var params = id.params().entrySet().stream()
                .map(param -> param.getKey().isEmpty() ? param.getValue() : param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(";"));
        if (!areReadBack(id.params(), params)) {
            problems.add("The parameters of [" + Excerpt.of(id.toString()) + "] have blanks at an end, or [;] or [,] in"
                    + " them as between parameters: CSV has no way to write them. JMH's format has (--format=jmh).");
        }
        Stream.of(id.benchmark(), id.metric())
                .filter(name -> name.isBlank() || !name.equals(name.strip()))
                .forEach(
                        name -> problems.add(
                                "The name [" + Excerpt.of(name)
                                        + "] is empty or has blanks at an end, which CSV does not keep. JMH's format does (--format=jmh)."));
        return Stream.of(id.benchmark(), params, id.metric(), sample.unit().symbol())
                .map(CsvExport::field)
                .collect(Collectors.joining(",", "", ","));
    }

    private static boolean areReadBack(Map<String, String> params, String written) {
        try {
            return CsvRow.params(written).equals(params);
        } catch (IllegalArgumentException twice) {
            return false;
        }
    }

    private static String field(String text) {
        var guarded = FormulaGuard.guarded(text);
        var isQuoted = Stream.of(",", "\"", "\n", "\r").anyMatch(guarded::contains);
        return isQuoted ? "\"" + guarded.replace("\"", "\"\"") + "\"" : guarded;
    }

    private void noteEnvironments(List<Measurements> sessions) {
        var classes = sessions.stream()
                .map(Measurements::environment)
                .flatMap(Optional::stream)
                .map(Environment::defining)
                .distinct()
                .count();
        if (classes > 1) {
            notes.add("The sessions are of " + classes
                    + " kinds of machines, which CSV does not tell apart: compare takes them to be alike.");
        }
    }
}
