package dev.perfbudget.model.json;

import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.input.Excerpt;
import dev.perfbudget.model.input.InputProblems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A waiver as somebody wrote it.
 *
 * @param place where it starts, for messages
 * @param fields by name
 */
record WrittenWaiver(String place, Map<String, Value> fields) {

    private static final String ALL = "*";
    private static final List<String> KNOWN = List.of("benchmark", "metric", "largestRatio", "reason", "expires");

    /** What stands behind a name, and where. */
    record Value(String place, JsonNode json) {

        private String shown() {
            return Excerpt.of(json.isString() ? json.stringValue() : json.toString());
        }
    }

    void put(String field, String where, JsonNode json) {
        fields.put(field, new Value(where, json));
    }

    /** The waiver; empty if something is wrong with it, which is added to the problems. */
    Optional<Waiver> read(InputProblems problems) {
        fields.forEach((field, value) -> {
            if (!KNOWN.contains(field)) {
                problems.add(
                        value.place(), "[" + Excerpt.of(field) + "] is no field of a waiver. Known are " + KNOWN + ".");
            }
        });
        var benchmark = text("benchmark", "a pattern such as [com.acme.JsonBench.*]", problems);
        var metric = fields.containsKey("metric") ? text("metric", "a metric, or [*]", problems) : Optional.of(ALL);
        var ratio = ratio(problems);
        var reason = text("reason", "why this may be slower for a while", problems);
        var expires = text("expires", "a day such as [2027-01-31]", problems).flatMap(text -> day(text, problems));
        if (benchmark.isEmpty() || metric.isEmpty() || ratio.isEmpty() || reason.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(benchmark.get(), metric.get(), ratio.getAsDouble(), reason.get(), expires.get()));
    }

    private Optional<String> text(String field, String wanted, InputProblems problems) {
        return value(
                        field,
                        wanted,
                        json -> json.isString() && !json.stringValue().isBlank(),
                        problems)
                .map(json -> json.stringValue().strip());
    }

    private OptionalDouble ratio(InputProblems problems) {
        var wanted = "how many times as slow it may be, above 1, such as [1.15] for 15 %";
        return value(
                        "largestRatio",
                        wanted,
                        json -> json.isNumber() && json.doubleValue() > 1 && Double.isFinite(json.doubleValue()),
                        problems)
                .stream()
                .mapToDouble(JsonNode::doubleValue)
                .findFirst();
    }

    private Optional<JsonNode> value(
            String field, String wanted, Predicate<JsonNode> isUsable, InputProblems problems) {
        var value = Optional.ofNullable(fields.get(field));
        if (value.isEmpty()) {
            problems.add(place, "the waiver has no [" + field + "]: " + wanted + ".");
            return Optional.empty();
        }
        if (!isUsable.test(value.get().json())) {
            problems.add(
                    value.get().place(),
                    "[" + field + "] must be " + wanted + ", not ["
                            + value.get().shown() + "].");
            return Optional.empty();
        }
        return value.map(Value::json);
    }

    private Optional<LocalDate> day(String text, InputProblems problems) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            problems.add(
                    Optional.ofNullable(fields.get("expires")).map(Value::place).orElse(place),
                    "[expires] must be a day such as [2027-01-31], not [" + Excerpt.of(text) + "].");
            return Optional.empty();
        }
    }
}
