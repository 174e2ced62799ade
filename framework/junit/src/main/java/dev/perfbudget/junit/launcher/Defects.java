package dev.perfbudget.junit.launcher;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects what could not be run; a verdict, which is an {@link AssertionError}, is none of its business. */
final class Defects implements TestExecutionListener {

    private final Collection<String> messages = Collections.synchronizedCollection(new LinkedHashSet<>());

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable()
                .filter(failure -> !(failure instanceof AssertionError))
                .map(failure -> failure.getMessage() == null ? failure.toString() : failure.getMessage())
                .ifPresent(messages::add);
    }

    /** All problems, or empty if everything was run. */
    Optional<String> text() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", messages));
    }
}
