package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.protocol.FromRunner.Decided;
import org.opentest4j.AssertionFailedError;

/** The throwables that tests fail with: a message to act on, and instead of our stack the place of the benchmark. */
final class Failures {

    private Failures() {}

    /** A decision against a benchmark, in the judge's words; the same as facts is published as a report entry. */
    static Throwable verdict(Leaf leaf, Decided decided) {
        return at(leaf, new AssertionFailedError(decided.message()));
    }

    /** A decision against the suite that is no benchmark's fault. */
    static Throwable ofSuite(String message) {
        var failure = new AssertionFailedError(message);
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
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
}
