package dev.perfbudget.junit;

import dev.perfbudget.junit.TestsOfClass.Test;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A benchmark with several modes or parameter values, each of which is a test. */
final class MethodDescriptor extends AbstractTestDescriptor {

    private final Class<?> type;
    private final Test test;

    MethodDescriptor(UniqueId id, Class<?> type, Test test) {
        super(id, test.name(), Sources.of(type, test));
        this.type = type;
        this.test = test;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Set<TestTag> getTags() {
        return Tags.of(type, test.methods());
    }
}
