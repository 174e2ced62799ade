package dev.perfbudget.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing that one place declares, not yet parsed.
 *
 * @param name of an attribute or setting
 * @param text its value as written
 * @param source where it stands, for people
 */
record Entry(String name, String text, String source) {

    private static final String METRICS = "metrics";

    /** All that a place declares, ordered by name so that problems come in a fixed order. */
    static List<Entry> of(DeclaredValues declared) {
        var entries = new ArrayList<Entry>();
        declared.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(value -> new Entry(value.getKey(), value.getValue(), declared.sourceOf(value.getKey())))
                .forEach(entries::add);
        declared.metrics().stream()
                .map(text -> new Entry(METRICS, text, declared.sourceOf(METRICS)))
                .forEach(entries::add);
        return entries;
    }

    /** The single limits or expressions in it. */
    Stream<String> parts() {
        return Stream.of(text.split(";", -1)).map(String::strip);
    }

    /** The place with the attribute, for messages. */
    String where() {
        return source.contains("perfbudget." + name) ? source : source + ", " + name;
    }
}
