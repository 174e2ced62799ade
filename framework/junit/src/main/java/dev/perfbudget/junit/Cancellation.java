package dev.perfbudget.junit;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.ExecutionRequest;

/** Asks the launcher whether it wants to stop, where the platform has a way to say so (from 6.0 on). */
final class Cancellation {

    private Cancellation() {}

    static BooleanSupplier of(ExecutionRequest request) {
        return call(request, ExecutionRequest.class, "getCancellationToken")
                .flatMap(token -> tokenType(request).map(type -> asked(token, type)))
                .orElse(() -> false);
    }

    private static Optional<Class<?>> tokenType(ExecutionRequest request) {
        return ReflectionSupport.findMethod(request.getClass(), "getCancellationToken")
                .map(method -> method.getReturnType());
    }

    private static BooleanSupplier asked(Object token, Class<?> type) {
        return () -> call(token, type, "isCancellationRequested").equals(Optional.of(true));
    }

    private static Optional<Object> call(Object target, Class<?> type, String method) {
        return ReflectionSupport.findMethod(type, method).map(found -> ReflectionSupport.invokeMethod(found, target));
    }
}
