package dev.perfbudget.model.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Which of the known JSON files one is, by what stands in it. */
public enum JsonKind {
    /** An array of JMH's results. */
    JMH_RESULT,
    /** {@code run.json}. */
    RUN,
    /** Lines of a fork file. */
    FORKS,
    /** {@code baseline.json}. */
    BASELINE,
    /** {@code verdict.json}, which has no measurements in it. */
    VERDICT;

    /**
     * The kind of a file that starts like this.
     *
     * @param start as many bytes of it as there are, up to some thousands
     */
    public static Optional<JsonKind> of(byte[] start) {
        try (var parser = Json.MAPPER.createParser(start)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return Optional.of(JMH_RESULT);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var kind = ofField(parser.currentName());
                if (kind.isPresent()) {
                    return kind;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (JacksonException brokenOrCut) {
            return Optional.empty();
        }
    }

    /**
     * Fails with the place if this is no JSON at all.
     *
     * @param source the file as it was named, for messages
     */
    public static void requireJson(InputStream input, String source) throws IOException {
        JsonSource.readLarge(input, source, json -> {
            var first = json.next();
            json.parser().skipChildren();
            json.expectEnd();
            return first;
        });
    }

    private static Optional<JsonKind> ofField(String name) {
        return switch (name) {
            case "module", "environment", "provenance", "settings" -> Optional.of(RUN);
            case "benchmark", "iterations", "steadiness" -> Optional.of(FORKS);
            case "classes" -> Optional.of(BASELINE);
            case "outcome", "counts" -> Optional.of(VERDICT);
            default -> Optional.empty();
        };
    }
}
