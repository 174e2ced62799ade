package dev.perfbudget.api;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.InvocationInterceptor;

/** What {@code perfbudget-junit} does for a test with a budget; found by {@link java.util.ServiceLoader}. Not for users. */
public interface InPlaceMeasuring
        extends BeforeTestExecutionCallback, AfterTestExecutionCallback, InvocationInterceptor {}
