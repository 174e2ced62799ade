package dev.perfbudget.cli;

import dev.perfbudget.judge.ComparableScores;
import dev.perfbudget.model.Export;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.NotExportableException;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.csv.CsvExport;
import dev.perfbudget.model.json.ActionExport;
import dev.perfbudget.model.json.JmhExport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A format that other tools read. */
enum ExportFormat {
    /** A line for each value, as {@code compare} reads it. */
    CSV {
        @Override
        Export export(MeasurementFile.Content content) throws NotExportableException {
            return CsvExport.of(content.sessions());
        }
    },
    /** What JMH writes with {@code -rf json}. */
    JMH {
        @Override
        Export export(MeasurementFile.Content content) throws NotExportableException {
            var exported = JmhExport.of(newest(content.sessions()), content.run());
            return new Export(exported.text(), withNoteOfSessions(exported.notes(), content.sessions()));
        }
    },
    /** What github-action-benchmark takes as {@code customSmallerIsBetter}. */
    ACTION {
        @Override
        Export export(MeasurementFile.Content content) {
            var samples = newest(content.sessions()).samples();
            var scores = ComparableScores.of(samples);
            var notes = samples.stream()
                    .map(Sample::key)
                    .filter(key -> !scores.containsKey(key))
                    .map(key -> "[" + key + "] is neither a time nor memory, or has no values, and is left out.")
                    .toList();
            return new Export(ActionExport.of(scores), withNoteOfSessions(notes, content.sessions()));
        }
    };

    /** As people write them. */
    static final List<String> LABELS =
            Stream.of(values()).map(ExportFormat::label).toList();

    private static final Comparator<Measurements> MEASURED =
            Comparator.comparing(session -> session.measured().orElse(Instant.MIN));

    static ExportFormat of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    abstract Export export(MeasurementFile.Content content) throws NotExportableException;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> withNoteOfSessions(List<String> notes, List<Measurements> sessions) {
        var all = new ArrayList<>(notes);
        if (sessions.size() > 1) {
            all.add("[" + newest(sessions).source() + "] has " + sessions.size()
                    + " sessions, of which this format has one: this is the newest. CSV has them all.");
        }
        return all;
    }

    /** The last of those that were measured last. */
    private static Measurements newest(List<Measurements> sessions) {
        return sessions.stream()
                .reduce((one, next) -> MEASURED.compare(one, next) > 0 ? one : next)
                .orElseThrow();
    }
}
