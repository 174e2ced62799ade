package dev.perfbudget.junit;

import dev.perfbudget.junit.TestsOfClass.Test;
import org.junit.platform.engine.UniqueId;

/** A test that can only fail: what should be measured cannot be. */
final class ProblemDescriptor extends Leaf {

    private final String problem;

    ProblemDescriptor(UniqueId id, Class<?> type, Test test, String problem) {
        super(id, test.name(), Sources.of(type, test), type, test);
        this.problem = problem;
    }

    /** What happened, where, and how to mend it. */
    String problem() {
        return problem;
    }
}
