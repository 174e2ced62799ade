package dev.perfbudget.model.csv;

import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts text into records as RFC 4180 says, and remembers where each field started. Written here because places in
 * messages and a bound on a record's length (an unclosed quote swallows the rest of a file) are what matters most.
 */
final class CsvRecords {

    private static final int END = -1;
    private static final int LONGEST_RECORD = 64 * 1024;

    private final Reader input;
    private final char[] buffer = new char[8 * 1024];
    private int position;
    private int end;
    private final String source;
    private int line = 1;
    private int column = 1;
    private int length;

    CsvRecords(Reader input, String source) {
        this.input = input;
        this.source = source;
    }

    /** The next record, or empty at the end. */
    Optional<CsvRecord> next() throws IOException {
        if (peek() == END) {
            return Optional.empty();
        }
        length = 0;
        List<CsvRecord.Field> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (takeIf(','));
        takeIf('\r');
        takeIf('\n');
        return Optional.of(new CsvRecord(fields));
    }

    private CsvRecord.Field field() throws IOException {
        var startLine = line;
        var startColumn = column;
        var text = peek() == '"' ? quoted() : plain();
        return new CsvRecord.Field(text, startLine, startColumn);
    }

    private String plain() throws IOException {
        var text = new StringBuilder();
        while (!isAtEndOfField()) {
            text.append((char) take());
        }
        return text.toString();
    }

    private String quoted() throws IOException {
        var start = "line " + line + ", column " + column;
        var text = new StringBuilder();
        take();
        while (true) {
            if (peek() == END) {
                throw new UnreadableFileException(
                        "[" + source + "] " + start + ": a quoted field starts here and never ends. Close its quote.");
            }
            if (!takeIf('"')) {
                text.append((char) take());
            } else if (takeIf('"')) {
                text.append('"');
            } else if (isAtEndOfField()) {
                return text.toString();
            } else {
                throw new UnreadableFileException("[" + source + "] line " + line + ", column " + column
                        + ": after a quoted field a comma or the line's end must come."
                        + " Double the quotes inside the field.");
            }
        }
    }

    private boolean isAtEndOfField() throws IOException {
        var next = peek();
        return next == END || next == ',' || next == '\n' || next == '\r';
    }

    private boolean takeIf(char wanted) throws IOException {
        if (peek() != wanted) {
            return false;
        }
        take();
        return true;
    }

    private int peek() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, input.read(buffer));
        }
        return position == end ? END : buffer[position];
    }

    private int take() throws IOException {
        var taken = peek();
        position++;
        column++;
        if (taken == '\n') {
            line++;
            column = 1;
        }
        if (++length > LONGEST_RECORD) {
            throw new UnreadableFileException("[" + source + "] line " + line + ": a record of more than ["
                    + LONGEST_RECORD + "] characters. Is a quote not closed, or is this no CSV?");
        }
        return taken;
    }
}
