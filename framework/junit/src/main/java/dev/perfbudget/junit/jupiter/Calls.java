package dev.perfbudget.junit.jupiter;

import dev.perfbudget.agent.inplace.InPlaceMeasurement;
import dev.perfbudget.agent.inplace.Operation;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Calls the body of a test once more, on the same instance with the same arguments, past Jupiter. */
final class Calls {

    private Calls() {}

    static Operation again(ReflectiveInvocationContext<Method> call) {
        var method = call.getExecutable();
        return InPlaceMeasurement.calling(method, call.getTarget(), call.getArguments())
                .orElseGet(() -> throughThePlatform(call));
    }

    /** A module that is open to JUnit only lets JUnit call it. */
    private static Operation throughThePlatform(ReflectiveInvocationContext<Method> call) {
        var target = call.getTarget().orElse(null);
        var arguments = call.getArguments().toArray();
        return () -> ReflectionSupport.invokeMethod(call.getExecutable(), target, arguments);
    }
}
