package dev.perfbudget.model.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.input.UnreadableFileException;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Records to JSON and back: components by name, our enums by the words that people read, absent values absent. */
final class Json {

    /** The schema of everything that this version writes. */
    static final int SCHEMA = 1;

    /** Deeper, longer: nothing that is written for us is. */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxStringLength(1024 * 1024)
            .build();

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(CONSTRAINTS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .addModule(words())
            .addMixIn(Pairing.PairedForks.class, OlderPairedForks.class)
            .build();

    /** For files of any size: remembers no names of fields. */
    static final ObjectReader STREAMING = MAPPER.reader().without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private Json() {}

    /** A value as an object that starts with its schema. */
    static ObjectNode withSchema(Object value) {
        ObjectNode tree = MAPPER.valueToTree(value);
        var versioned = MAPPER.createObjectNode().put("schema", SCHEMA);
        return versioned.setAll(tree);
    }

    /**
     * A value of an object that starts with its schema.
     *
     * @param place where the text is from, for messages
     */
    static <T> T parse(byte[] text, Class<T> type, String place) throws UnreadableFileException {
        try {
            var tree = MAPPER.readTree(text);
            requireSchema(tree, place);
            ((ObjectNode) tree).remove("schema");
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException broken) {
            throw new UnreadableFileException(
                    "[" + place + "] is not what PerfBudget writes: " + BrokenJson.why(broken), broken);
        }
    }

    static void requireSchema(JsonNode tree, String place) throws UnreadableFileException {
        if (!tree.isObject() || !tree.path("schema").isInt()) {
            throw new UnreadableFileException(
                    "[" + place + "] is not what PerfBudget writes: it is no object with a \"schema\".");
        }
        requireSchema(tree.path("schema").intValue(), place);
    }

    static void requireSchema(int schema, String place) throws UnreadableFileException {
        if (schema > SCHEMA) {
            throw new UnreadableFileException("[" + place + "] was written by a newer PerfBudget: its schema is ["
                    + schema + "], this version reads up to [" + SCHEMA + "]. Use the newer version to read it.");
        }
        if (schema < 1) {
            throw new UnreadableFileException(
                    "[" + place + "] has the schema [" + schema + "], which no PerfBudget writes.");
        }
    }

    private static SimpleModule words() {
        var module = new SimpleModule();
        addWord(module, Metric.class, Metric::label, Metric::labelled);
        addWord(module, BenchmarkMode.class, BenchmarkMode::label, BenchmarkMode::ofLabel);
        addWord(module, Unit.class, Unit::symbol, text -> Unit.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("Unknown unit [" + text + "]")));
        addWord(module, LimitOperator.class, LimitOperator::symbol, LimitOperator::ofSymbol);
        return module;
    }

    private static <T> void addWord(
            SimpleModule module, Class<T> type, Function<T, String> print, Function<String, T> parse) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializationContext context) {
                generator.writeString(print.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return parse.apply(parser.getString());
            }
        });
    }
}
