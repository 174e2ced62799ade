package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.protocol.FromRunner.Decided;
import java.util.Map;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** The throwables that tests fail with: a message to act on, and instead of our stack the place of the benchmark. */
final class Failures {

    private Failures() {}

    /** A decision against a benchmark, with its facts. */
    static Throwable verdict(Leaf leaf, Decided decided) {
        var facts = aligned(decided.facts());
        var message = facts.isEmpty() ? decided.message() : decided.message() + "\n" + facts;
        return at(leaf, new AssertionFailedError(message));
    }

    /** No verdict, because nothing could be measured. */
    static Throwable cannotMeasure(String message) {
        return new CannotMeasureException(message);
    }

    private static Throwable at(Leaf leaf, Throwable failure) {
        failure.setStackTrace(leaf.test().methods().stream()
                .limit(1)
                .map(method -> new StackTraceElement(
                        method.getDeclaringClass().getName(),
                        method.getName(),
                        sourceFile(method.getDeclaringClass()),
                        -1))
                .toArray(StackTraceElement[]::new));
        return failure;
    }

    private static String sourceFile(Class<?> type) {
        var outermost = type.getNestHost().getName();
        return outermost.substring(outermost.lastIndexOf('.') + 1) + ".java";
    }

    private static String aligned(Map<String, String> facts) {
        var width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        return facts.entrySet().stream()
                .map(fact -> "    " + fact.getKey()
                        + " ".repeat(width - fact.getKey().length()) + " : " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }
}
