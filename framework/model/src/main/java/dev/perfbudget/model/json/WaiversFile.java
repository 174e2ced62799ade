package dev.perfbudget.model.json;

import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.input.BoundedInput;
import dev.perfbudget.model.input.Excerpt;
import dev.perfbudget.model.input.InputProblems;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * A {@code waivers.json}. People write it, so other than in files that programs write a field that is not known is a
 * problem, not something to pass over: a misspelt {@code metric} would waive every metric.
 */
public final class WaiversFile {

    private static final long LARGEST = 1024 * 1024;
    private static final Set<String> FIELDS_OF_FILE = Set.of("schema", "waivers");

    private final String source;
    private final InputProblems problems;

    /** @param source the file as it was named, for messages */
    public WaiversFile(String source) {
        this.source = source;
        this.problems = new InputProblems(source);
    }

    /** All waivers, or all that is wrong with the file. */
    public List<Waiver> read(InputStream input) throws IOException {
        var bounded = new BoundedInput(input, source);
        bounded.allow(LARGEST);
        var waivers = JsonSource.read(bounded, source, this::file);
        problems.throwIfAny();
        return waivers;
    }

    private List<Waiver> file(JsonSource json) throws IOException {
        var waivers = new ArrayList<Waiver>();
        var seen = new HashSet<String>();
        json.expect(JsonToken.START_OBJECT, "waivers");
        while (json.nextField()) {
            var field = json.field();
            seen.add(field);
            if (field.equals("waivers")) {
                json.expect(JsonToken.START_ARRAY, "an array of waivers");
                waivers.addAll(waivers(json));
            } else {
                json.next();
                field(field, json.place(), json.parser().readValueAsTree());
            }
        }
        json.expectEnd();
        if (!seen.containsAll(FIELDS_OF_FILE)) {
            throw new UnreadableFileException(
                    "[" + source + "] is no file of waivers: it starts with" + " {\"schema\": 1, \"waivers\": [");
        }
        return waivers;
    }

    private void field(String field, String place, JsonNode value) throws UnreadableFileException {
        if (!field.equals("schema")) {
            problems.add(place, "[" + Excerpt.of(field) + "] is no field of this file. Known are [schema, waivers].");
        } else if (value.isInt()) {
            Json.requireSchema(value.intValue(), source);
        } else {
            problems.add(place, "the schema must be [1], not [" + Excerpt.of(value.toString()) + "].");
        }
    }

    private List<Waiver> waivers(JsonSource json) throws IOException {
        var waivers = new ArrayList<Waiver>();
        while (json.next() != JsonToken.END_ARRAY) {
            json.require(JsonToken.START_OBJECT, "a waiver");
            var written = new WrittenWaiver(json.place(), new LinkedHashMap<>());
            while (json.nextField()) {
                var field = json.field();
                json.next();
                written.put(field, json.place(), json.parser().readValueAsTree());
            }
            written.read(problems).ifPresent(waivers::add);
        }
        return waivers;
    }
}
