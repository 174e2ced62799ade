package dev.perfbudget.model.json;

import dev.perfbudget.model.input.Excerpt;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/** A JSON file as a stream of tokens that knows where it is, for messages. */
final class JsonSource {

    private final JsonParser parser;
    private final String source;

    private JsonSource(JsonParser parser, String source) {
        this.parser = parser;
        this.source = source;
    }

    /** What is made of one file. */
    interface Reading<T> {

        T of(JsonSource json) throws IOException;
    }

    /**
     * Reads a file.
     *
     * @param source the file as it was named, for messages
     */
    static <T> T read(InputStream input, String source, Reading<T> reading) throws IOException {
        return read(() -> Json.MAPPER.createParser(input), source, reading);
    }

    /**
     * Reads a file of any size: names of fields are not remembered, so that one that stands twice is for the reading to
     * find.
     *
     * @param source the file as it was named, for messages
     */
    static <T> T readLarge(InputStream input, String source, Reading<T> reading) throws IOException {
        return read(() -> Json.STREAMING.createParser(input), source, reading);
    }

    private static <T> T read(Supplier<JsonParser> opened, String source, Reading<T> reading) throws IOException {
        try (var parser = opened.get()) {
            return reading.of(new JsonSource(parser, source));
        } catch (JacksonIOException unreadable) {
            throw unreadable.getCause();
        } catch (JacksonException broken) {
            throw new UnreadableFileException(
                    "[" + source + "]" + where(broken) + ": " + BrokenJson.why(broken), broken);
        }
    }

    private static String where(JacksonException broken) {
        return Optional.ofNullable(broken.getLocation())
                .filter(location -> location.getLineNr() > 0)
                .map(location -> " line " + location.getLineNr() + ", column " + location.getColumnNr())
                .orElse("");
    }

    /** The parser at its present token, for values that the mapper reads. */
    JsonParser parser() {
        return parser;
    }

    /** The next token; the file's end where there must be one is told as a broken file. */
    JsonToken next() throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            throw new UnreadableFileException("[" + source + "] ends too early. Is it cut off?");
        }
        return token;
    }

    /** Goes to the next token, which must be such a one. */
    void expect(JsonToken wanted, String what) throws IOException {
        next();
        require(wanted, what);
    }

    /** Fails unless the present token is such a one. */
    void require(JsonToken wanted, String what) throws IOException {
        if (parser.currentToken() != wanted) {
            throw new UnreadableFileException(
                    "[" + source + "] " + place() + ": expected " + what + ", found [" + shown() + "].");
        }
    }

    /** Fails if there is anything after the value that was read. */
    void expectEnd() throws IOException {
        if (parser.nextToken() != null) {
            throw new UnreadableFileException(
                    "[" + source + "] " + place() + ": nothing may follow here. Were two files written into one?");
        }
    }

    /** Goes to the next field of an object; false at its end. */
    boolean nextField() throws IOException {
        return next() == JsonToken.PROPERTY_NAME;
    }

    /** Name of the present field. */
    String field() {
        return parser.currentName();
    }

    /** Leaves out the present field's value. */
    void skipValue() throws IOException {
        next();
        parser.skipChildren();
    }

    /** The present field's value, which must be a text. */
    String text(String what) throws IOException {
        expect(JsonToken.VALUE_STRING, what);
        return parser.getString();
    }

    /** The present field's value as a text, also of a number or a truth value. */
    String scalar(String what) throws IOException {
        if (!next().isScalarValue()) {
            require(JsonToken.VALUE_STRING, what);
        }
        return parser.getString();
    }

    /** The present token as a number; JMH writes those that are not finite as texts. */
    double number() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return numberThatIsNotFinite();
        }
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            require(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        var number = parser.getDoubleValue();
        if (Double.isInfinite(number)) {
            throw new UnreadableFileException(
                    "[" + source + "] " + place() + ": [" + shown() + "] is too large for a measurement.");
        }
        return number;
    }

    private double numberThatIsNotFinite() throws IOException {
        return switch (parser.getString()) {
            case "NaN" -> Double.NaN;
            case "+INF", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-INF", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default ->
                throw new UnreadableFileException(
                        "[" + source + "] " + place() + ": expected a number, found the text [" + shown() + "].");
        };
    }

    /** Where the present token is: {@code line 12, column 3 (/0/primaryMetric/rawData/1)}. */
    String place() {
        var location = parser.currentTokenLocation();
        var path = parser.streamReadContext().pathAsPointer().toString();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr()
                + (path.isEmpty() ? "" : " (" + path + ")");
    }

    private String shown() {
        var token = parser.currentToken();
        if (token == null || !token.isScalarValue()) {
            return token == JsonToken.START_ARRAY ? "an array" : "an object";
        }
        return Excerpt.of(parser.getString());
    }
}
