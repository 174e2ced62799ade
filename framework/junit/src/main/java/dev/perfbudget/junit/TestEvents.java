package dev.perfbudget.junit;

import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;

/** What the launcher is told about tests; containers follow from their tests. */
interface TestEvents {

    /** A test has begun; said once. */
    void started(Leaf leaf);

    /** Something to be known of a test that has begun. */
    void published(Leaf leaf, Map<String, String> facts);

    /** A test has ended; begins it first if need be. */
    void finished(Leaf leaf, TestExecutionResult result);

    /** A test is not run, on purpose. */
    void skipped(Leaf leaf, String reason);

    /** All has been said. */
    void close();
}
