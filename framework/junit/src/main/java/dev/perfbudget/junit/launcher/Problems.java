package dev.perfbudget.junit.launcher;

import dev.perfbudget.junit.InPlaceFailure;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Collects what could not be run, and apart from it decisions against benchmarks: those are {@link AssertionError}s. */
final class Problems implements TestExecutionListener {

    private static final String IN_PLACE = "[engine:" + InPlaceTests.ENGINE + "]";

    private final Collection<String> defects = Collections.synchronizedCollection(new LinkedHashSet<>());
    private final Collection<String> failures = Collections.synchronizedCollection(new LinkedHashSet<>());

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.getUniqueId().startsWith(IN_PLACE)) {
            result.getThrowable().ifPresent(throwable -> addOfTest(test, throwable, result.getStatus()));
            return;
        }
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

    /** What is not in the run's files would go unnoticed if it were left to those who judge them. */
    private void addOfTest(TestIdentifier test, Throwable throwable, Status status) {
        if (status != Status.FAILED) {
            return;
        }
        if (throwable instanceof InPlaceFailure) {
            failures.add(String.valueOf(throwable.getMessage()));
            return;
        }
        var named = "The test [" + test.getLegacyReportingName() + "] of " + classOf(test) + " failed: " + throwable;
        (InPlaceFailure.isRecorded(throwable) ? failures : defects).add(named);
    }

    private static String classOf(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> "[" + ((MethodSource) source).getClassName() + "]")
                .orElse("Jupiter");
    }

    private static Optional<String> text(Collection<String> messages) {
        return messages.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", messages));
    }
}
