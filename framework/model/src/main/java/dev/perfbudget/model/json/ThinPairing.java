package dev.perfbudget.model.json;

import dev.perfbudget.model.input.BoundedInput;
import java.io.IOException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/** What a run was measured beside, without the forks of that side: a run is compared by its own. */
final class ThinPairing {

    private ThinPairing() {}

    /**
     * Reads it from the present field, which may be empty.
     *
     * @param most bytes of one benchmark
     */
    static void into(ObjectNode run, JsonSource json, BoundedInput input, long most) throws IOException {
        if (json.next() == JsonToken.VALUE_NULL) {
            return;
        }
        json.require(JsonToken.START_OBJECT, "what a run was measured beside");
        var pairing = run.putObject("pairing");
        while (json.nextField()) {
            input.allow(most);
            if (json.field().equals("benchmarks")) {
                skipAll(json, input, most);
                pairing.putArray("benchmarks");
            } else {
                var field = json.field();
                json.next();
                pairing.set(field, json.parser().readValueAsTree());
            }
        }
        input.allow(most);
    }

    private static void skipAll(JsonSource json, BoundedInput input, long most) throws IOException {
        json.expect(JsonToken.START_ARRAY, "the benchmarks that a run was measured beside");
        while (json.next() != JsonToken.END_ARRAY) {
            input.allow(most);
            json.parser().skipChildren();
        }
    }
}
