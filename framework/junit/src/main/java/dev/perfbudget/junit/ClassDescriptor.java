package dev.perfbudget.junit;

import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class with benchmarks. */
final class ClassDescriptor extends AbstractTestDescriptor {

    private final Class<?> type;

    ClassDescriptor(UniqueId id, Class<?> type) {
        super(id, nameWithoutPackage(type), ClassSource.from(type));
        this.type = type;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Set<TestTag> getTags() {
        return Tags.of(type);
    }

    @Override
    public String getLegacyReportingName() {
        return type.getName();
    }

    private static String nameWithoutPackage(Class<?> type) {
        return type.getName()
                .substring(
                        type.getPackageName().isEmpty()
                                ? 0
                                : type.getPackageName().length() + 1);
    }
}
