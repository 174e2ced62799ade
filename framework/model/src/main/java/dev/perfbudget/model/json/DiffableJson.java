package dev.perfbudget.model.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** JSON for files under version control: a line for each value, and one for each list of plain values. */
final class DiffableJson {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private DiffableJson() {}

    /** The text, with the end of its last line. */
    static byte[] print(JsonNode tree) {
        var json = new DiffableJson();
        json.value(tree, "\n");
        return json.text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @param newLine end of a line, and the indentation of this value */
    private void value(JsonNode value, String newLine) {
        if (value.isEmpty()) {
            text.append(
                    value.isNumber() ? value.decimalValue().stripTrailingZeros().toPlainString() : value);
        } else if (value.isObject()) {
            object(value, newLine);
        } else {
            array(value, newLine);
        }
    }

    private void object(JsonNode object, String newLine) {
        var separator = "{";
        for (var field : object.properties()) {
            text.append(separator).append(newLine).append(INDENT);
            text.append(Json.MAPPER.writeValueAsString(field.getKey())).append(": ");
            value(field.getValue(), newLine + INDENT);
            separator = ",";
        }
        text.append(newLine).append('}');
    }

    private void array(JsonNode array, String newLine) {
        var isOneLine = array.valueStream().allMatch(JsonNode::isValueNode);
        var separator = "[";
        for (var element : array) {
            text.append(separator).append(isOneLine ? "" : newLine + INDENT);
            value(element, newLine + INDENT);
            separator = isOneLine ? ", " : ",";
        }
        text.append(isOneLine ? "" : newLine).append(']');
    }
}
