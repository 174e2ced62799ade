package dev.perfbudget.junit.jupiter;

import dev.perfbudget.junit.BuildTool;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Decisions against tests in this JVM. Surefire's {@code rerunFailingTestsCount} repeats a test until it passes, which
 * would turn any limit into one that holds now and then.
 */
final class EarlierFailures {

    private static final Map<String, AssertionError> FAILURES = new ConcurrentHashMap<>();

    private EarlierFailures() {}

    /** Fails a test that has failed before. */
    static void repeat(ExtensionContext context, BuildTool tool) {
        var earlier = FAILURES.get(context.getUniqueId());
        if (tool.isSurefire() && earlier != null) {
            throw earlier;
        }
    }

    static AssertionError remembered(AssertionError failure, ExtensionContext context, BuildTool tool) {
        if (tool.isSurefire()) {
            FAILURES.put(context.getUniqueId(), failure);
        }
        return failure;
    }
}
