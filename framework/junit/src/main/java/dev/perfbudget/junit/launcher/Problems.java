package dev.perfbudget.junit.launcher;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects what could not be run, and apart from it decisions against benchmarks: those are {@link AssertionError}s. */
final class Problems implements TestExecutionListener {

    private final Collection<String> defects = Collections.synchronizedCollection(new LinkedHashSet<>());
    private final Collection<String> failures = Collections.synchronizedCollection(new LinkedHashSet<>());

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable().ifPresent(throwable -> add(throwable, result.getStatus()));
    }

    /** All that could not be run, or empty if everything was run. */
    Optional<String> defects() {
        return text(defects);
    }

    /** All decisions against benchmarks, or empty if there is none. */
    Optional<String> failures() {
        return text(failures);
    }

    private void add(Throwable throwable, Status status) {
        var message = throwable.getMessage() == null ? throwable.toString() : throwable.getMessage();
        if (!(throwable instanceof AssertionError)) {
            defects.add(message);
        } else if (status == Status.FAILED) {
            failures.add(message);
        }
    }

    private static Optional<String> text(Collection<String> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", messages));
    }
}
