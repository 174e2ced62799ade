package dev.perfbudget.junit;

import dev.perfbudget.junit.TestsOfClass.Test;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A test. */
abstract sealed class Leaf extends AbstractTestDescriptor permits BenchmarkDescriptor, ProblemDescriptor {

    private final Class<?> testClass;
    private final Test test;

    Leaf(UniqueId id, String displayName, TestSource source, Class<?> testClass, Test test) {
        super(id, displayName, source);
        this.testClass = testClass;
        this.test = test;
    }

    /** The class that has the benchmark. */
    final Class<?> testClass() {
        return testClass;
    }

    final Test test() {
        return test;
    }

    @Override
    public final Type getType() {
        return Type.TEST;
    }

    @Override
    public final Set<TestTag> getTags() {
        return Tags.of(testClass, test.methods());
    }
}
