package dev.perfbudget.model;

import dev.perfbudget.model.Declarations.BudgetFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a budget file: properties by pattern and attribute, one a line, {@code #} and {@code !} comments, a backslash at
 * the end of a line continues it. Other than {@link java.util.Properties} it keeps line numbers, notices what is set
 * twice, and needs no escapes in keys.
 */
final class BudgetFileParser {

    private final String file;
    private final Problems problems;
    private final Map<String, Integer> lineOfKey = new HashMap<>();
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    BudgetFileParser(BudgetFile file, Problems problems) {
        this.file = file.name();
        this.problems = problems;
        var logical = new StringBuilder();
        var first = 0;
        var number = 0;
        for (var line : file.content().lines().toList()) {
            number++;
            if (logical.isEmpty()) {
                first = number;
            }
            var stripped = line.strip();
            if (stripped.endsWith("\\") && !isComment(stripped)) {
                logical.append(stripped, 0, stripped.length() - 1);
                continue;
            }
            logical.append(stripped);
            readLine(first, logical.toString());
            logical.setLength(0);
        }
        readLine(first, logical.toString());
    }

    /** What each pattern declares, in the order of the file. */
    Map<BudgetPattern, List<Entry>> entries() {
        var byPattern = new LinkedHashMap<BudgetPattern, List<Entry>>();
        entries.forEach((pattern, declared) -> byPattern.put(BudgetPattern.of(pattern), declared));
        return byPattern;
    }

    private static boolean isComment(String line) {
        return line.isEmpty() || line.startsWith("#") || line.startsWith("!");
    }

    private void readLine(int number, String line) {
        if (isComment(line)) {
            return;
        }
        var place = file + ":" + number;
        var separator = separator(line);
        if (separator < 0) {
            problems.add(place, "[" + line + "] is not a line such as [com.acme.JsonBench.parse.mean = 120 us].");
            return;
        }
        readProperty(
                number,
                place,
                line.substring(0, separator).strip(),
                line.substring(separator + 1).strip());
    }

    private void readProperty(int number, String place, String key, String value) {
        var dot = key.lastIndexOf('.');
        var attribute = key.substring(dot + 1);
        if (!LayerParser.isAttribute(attribute)) {
            problems.add(
                    place,
                    "[" + key + "] does not end with an attribute of a budget."
                            + Suggestion.of(attribute, LayerParser.attributes()));
            return;
        }
        if (dot <= 0) {
            problems.add(place, "[" + key + "] names no benchmark. For all of them write [*." + attribute + "].");
            return;
        }
        var earlier = lineOfKey.putIfAbsent(key, number);
        if (earlier != null) {
            problems.add(place, "[" + key + "] is set in line " + earlier + " already. Keep one of them.");
            return;
        }
        entries.computeIfAbsent(key.substring(0, dot), pattern -> new ArrayList<>())
                .add(new Entry(attribute, value, place));
    }

    /** The first equals sign that is not inside the braces of parameters. */
    private static int separator(String line) {
        var depth = 0;
        for (var i = 0; i < line.length(); i++) {
            var character = line.charAt(i);
            if (character == '{') {
                depth++;
            }
            if (character == '}') {
                depth--;
            }
            if (character == '=' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
