package dev.perfbudget.report.github;

import dev.perfbudget.report.text.VisibleText;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line by which a job tells GitHub something: {@code ::error file=…,line=…::message}.
 *
 * @param properties by name, in order
 */
record WorkflowCommand(String name, Map<String, String> properties, String message) {

    /** One line, whatever stands in the texts. */
    String line() {
        return "::" + name
                + properties.entrySet().stream()
                        .map(property -> property.getKey() + "=" + property(property.getValue()))
                        .collect(Collectors.joining(",", properties.isEmpty() ? "" : " ", ""))
                + "::" + data(message);
    }

    private static String data(String text) {
        return VisibleText.of(text).replace("%", "%25").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
