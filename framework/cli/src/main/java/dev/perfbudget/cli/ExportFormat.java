package dev.perfbudget.cli;

import dev.perfbudget.model.Export;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.NotExportableException;
import dev.perfbudget.model.csv.CsvExport;
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
            var newest = newest(content.sessions());
            var exported = JmhExport.of(newest, content.run());
            if (content.sessions().size() == 1) {
                return exported;
            }
            var notes = new ArrayList<>(exported.notes());
            notes.add("[" + newest.source() + "] has " + content.sessions().size()
                    + " sessions, of which a result of JMH has one: this is the newest. CSV has them all.");
            return new Export(exported.text(), notes);
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

    /** The last of those that were measured last. */
    private static Measurements newest(List<Measurements> sessions) {
        return sessions.stream()
                .reduce((one, next) -> MEASURED.compare(one, next) > 0 ? one : next)
                .orElseThrow();
    }
}
