package dev.perfbudget.junit;

import dev.perfbudget.junit.TestsOfClass.Test;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** Where a test is written, by which build tools select ({@code -Dtest=JsonBench#parse}) and IDEs navigate. */
final class Sources {

    private Sources() {}

    static TestSource of(Class<?> type, Test test) {
        if (test.methods().isEmpty()) {
            return ClassSource.from(type);
        }
        var method = test.methods().get(0);
        return method.getName().equals(test.name())
                ? MethodSource.from(type, method)
                // A group is known by its own name, in JMH's reports and on the command line.
                : MethodSource.from(type.getName(), test.name());
    }
}
