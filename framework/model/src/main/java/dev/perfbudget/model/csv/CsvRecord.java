package dev.perfbudget.model.csv;

import java.util.List;

/** One record of a CSV file. */
record CsvRecord(List<Field> fields) {

    CsvRecord {
        fields = List.copyOf(fields);
    }

    /**
     * One field.
     *
     * @param text without quotes
     * @param line in which it starts, from 1
     * @param column at which it starts, from 1
     */
    record Field(String text, int line, int column) {

        String place() {
            return "line " + line + ", column " + column;
        }
    }

    /** Whether it is an empty line. */
    boolean isBlank() {
        return fields.size() == 1 && fields.get(0).text().isBlank();
    }
}
