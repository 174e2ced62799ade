package dev.perfbudget.model.json;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Why JSON cannot be read and what to do, in a sentence for people: the parser's own speak to programmers. */
final class BrokenJson {

    private BrokenJson() {}

    static String why(JacksonException broken) {
        if (isCutOff(broken)) {
            return "the file ends in the middle. It was cut off: measure again, or restore it.";
        }
        var message = part(broken) + withoutInternals(String.valueOf(broken.getOriginalMessage()));
        if (broken instanceof StreamConstraintsException) {
            return message + ". No file of measurements is like that: name another one.";
        }
        if (message.contains("UTF-8")) {
            return message + ". The file is not UTF-8: save it as UTF-8.";
        }
        return message + ". Is the file changed by hand? Measure again, or restore it.";
    }

    private static boolean isCutOff(JacksonException broken) {
        return broken instanceof UnexpectedEndOfInputException
                || String.valueOf(broken.getOriginalMessage()).startsWith("Unexpected end-of-input");
    }

    /** Which part of a value it is about: {@code /benchmarks/0/start: }, or nothing. */
    private static String part(JacksonException broken) {
        return broken.getPath().isEmpty()
                ? ""
                : broken.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null ? "/" + step.getIndex() : "/" + step.getPropertyName())
                        .collect(Collectors.joining("", "", ": "));
    }

    /** Without names of classes and of places in streams. */
    private static String withoutInternals(String message) {
        return message.replaceAll("\\s*\\((?:from|through reference chain|start marker|for Object|although)[^\\n]*", "")
                .replaceAll("\\(\\d+, from `StreamReadConstraints[^`]*`\\)", "")
                .replaceAll(", from `StreamReadConstraints[^`]*`", "")
                .replaceAll("`(?:java|dev|tools)\\.[^`]*`", "a value")
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
