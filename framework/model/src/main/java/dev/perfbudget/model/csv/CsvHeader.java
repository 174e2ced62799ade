package dev.perfbudget.model.csv;

import dev.perfbudget.model.input.Excerpt;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.UnreadableFileException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The first record of a CSV file: which column stands where. */
record CsvHeader(Map<Column, Integer> positions, int width) {

    /** The columns, in the order in which documentation shows them. */
    enum Column {
        BENCHMARK,
        PARAMS,
        METRIC,
        UNIT,
        FORK,
        ITERATION,
        VALUE,
        SESSION,
        MODE;

        boolean isRequired() {
            return this != SESSION && this != MODE;
        }

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String EXAMPLE = "benchmark,params,metric,unit,fork,iteration,value";

    static CsvHeader of(CsvRecord record, String source) throws UnreadableFileException {
        var problems = new InputProblems(source);
        var positions = new EnumMap<Column, Integer>(Column.class);
        for (var position = 0; position < record.fields().size(); position++) {
            var field = record.fields().get(position);
            var column = column(field.text());
            if (column.isEmpty()) {
                problems.add(field.place(), "[" + Excerpt.of(field.text()) + "] is no column. " + expected());
            } else if (positions.put(column.get(), position) != null) {
                problems.add(field.place(), "the column [" + column.get().written() + "] stands here a second time.");
            }
        }
        var missing = Arrays.stream(Column.values())
                .filter(column -> column.isRequired() && !positions.containsKey(column))
                .map(Column::written)
                .toList();
        if (!missing.isEmpty()) {
            problems.add("line 1", "without " + missing + ". " + expected());
        }
        problems.throwIfAny();
        return new CsvHeader(positions, record.fields().size());
    }

    /** The field of a column; empty if the file does not have the column. */
    Optional<CsvRecord.Field> field(Column column, CsvRecord record) {
        return Optional.ofNullable(positions.get(column)).map(record.fields()::get);
    }

    private static Optional<Column> column(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        for (var column : Column.values()) {
            if (column.written().equals(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static String expected() {
        return "The first line of a CSV file must be [" + EXAMPLE + "], perhaps with [,session,mode].";
    }
}
