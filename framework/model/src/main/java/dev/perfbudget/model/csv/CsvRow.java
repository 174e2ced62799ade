package dev.perfbudget.model.csv;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.csv.CsvHeader.Column;
import dev.perfbudget.model.input.Excerpt;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.MetricSelection;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One measurement: a record of a CSV file, understood. */
record CsvRow(SampleKey key, Unit unit, String session, int fork, int iteration, double value) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    private static final Pattern BETWEEN_PARAMS = Pattern.compile("[,;]\\s*(?=[^,;=\\s]+=)");

    /** The row, or empty if something is wrong with it, which is added to the problems. */
    static Optional<CsvRow> of(CsvRecord record, CsvHeader header, InputProblems problems) {
        if (record.fields().size() != header.width()) {
            problems.add(
                    record.fields().get(0).place(),
                    "[" + record.fields().size() + "] fields, but the first line has [" + header.width()
                            + "]. Put quotes around a field with commas in it.");
            return Optional.empty();
        }
        return new Fields(record, header, problems).row();
    }

    /** The parameters of {@code size=10;kind=a}, also with commas; a text of another form is one without a name. */
    static Map<String, String> params(String text) {
        var params = new LinkedHashMap<String, String>();
        for (var part : BETWEEN_PARAMS.split(text.strip(), -1)) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? "" : part.substring(0, equals).strip();
            if (!part.isBlank() && params.put(name, part.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException("the parameter [" + Excerpt.of(name) + "] stands here twice.");
            }
        }
        return params;
    }

    /** Fields of one record on their way to become a row. */
    private record Fields(CsvRecord record, CsvHeader header, InputProblems problems) {

        Optional<CsvRow> row() {
            var benchmark = text(Column.BENCHMARK);
            var params = params();
            var metric = text(Column.METRIC);
            var mode = mode();
            var unit = unit();
            var fork = index(Column.FORK);
            var iteration = index(Column.ITERATION);
            var value = value();
            if (benchmark.isEmpty()
                    || params.isEmpty()
                    || metric.isEmpty()
                    || mode.isEmpty()
                    || unit.isEmpty()
                    || fork.isEmpty()
                    || iteration.isEmpty()
                    || value.isEmpty()) {
                return Optional.empty();
            }
            var session = header.field(Column.SESSION, record)
                    .map(field -> field.text().strip());
            return Optional.of(new CsvRow(
                    new SampleKey(
                            new SampleId(benchmark.get(), params.get(), MetricSelection.label(metric.get())),
                            mode.get()),
                    unit.get(),
                    session.orElse(""),
                    fork.get(),
                    iteration.get(),
                    value.get()));
        }

        private Optional<String> text(Column column) {
            var field = field(column);
            if (field.text().isBlank()) {
                return wrong(field, "the " + column.written() + " is empty.");
            }
            return Optional.of(FormulaGuard.unguarded(field.text().strip()));
        }

        /** Empty if something is wrong; else the mode, which is empty itself where the file does not tell it. */
        private Optional<Optional<BenchmarkMode>> mode() {
            var field = header.field(Column.MODE, record);
            var label = field.map(found -> found.text().strip()).orElse("");
            var mode = BenchmarkMode.labelled(label);
            return label.isEmpty() || mode.isPresent()
                    ? Optional.of(mode)
                    : wrong(
                            field.orElseThrow(),
                            "[" + Excerpt.of(label) + "] is no mode. Known are [thrpt avgt sample ss inPlace].");
        }

        private Optional<Map<String, String>> params() {
            var field = field(Column.PARAMS);
            try {
                return Optional.of(CsvRow.params(FormulaGuard.unguarded(field.text())));
            } catch (IllegalArgumentException twice) {
                return wrong(field, String.valueOf(twice.getMessage()));
            }
        }

        private Optional<Unit> unit() {
            var field = field(Column.UNIT);
            var unit = Unit.parse(field.text().strip());
            return unit.isPresent()
                    ? unit
                    : wrong(field, "[" + Excerpt.of(field.text()) + "] is no unit. Known are " + units());
        }

        private Optional<Integer> index(Column column) {
            var field = field(column);
            var text = field.text().strip();
            return INDEX.matcher(text).matches()
                    ? Optional.of(Integer.valueOf(text))
                    : wrong(
                            field,
                            "the " + column.written() + " is a whole number from 0, not [" + Excerpt.of(text) + "].");
        }

        private Optional<Double> value() {
            var field = field(Column.VALUE);
            var text = field.text().strip();
            if (text.equals("NaN")) {
                return Optional.of(Double.NaN);
            }
            if (!NUMBER.matcher(text).matches()) {
                return wrong(
                        field, "the value is a number such as [12.5] or [1.25e1], not [" + Excerpt.of(text) + "].");
            }
            var value = Double.parseDouble(text);
            if (value < 0) {
                return wrong(field, "[" + text + "] cannot be: no measurement is negative.");
            }
            return Double.isInfinite(value)
                    ? wrong(field, "[" + Excerpt.of(text) + "] is too large for a measurement.")
                    : Optional.of(value);
        }

        private CsvRecord.Field field(Column column) {
            return header.field(column, record).orElseThrow();
        }

        private <T> Optional<T> wrong(CsvRecord.Field field, String what) {
            problems.add(field.place(), what);
            return Optional.empty();
        }
    }

    private static String units() {
        return Arrays.stream(Unit.values()).map(Unit::symbol).collect(Collectors.joining(" ", "[", "]."));
    }
}
