package dev.perfbudget.agent.inplace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** A method with its target and arguments bound, called without boxing, arrays or wrapped exceptions. */
final class Reflected implements Operation {

    private final MethodHandle call;

    private Reflected(MethodHandle call) {
        this.call = call;
    }

    /** Empty if this module may not call the method. */
    static Optional<Operation> of(Method method, Optional<Object> target, List<Object> arguments) {
        try {
            method.setAccessible(true);
            // Else the last of the given arguments would be taken for one element of the array.
            var handle = MethodHandles.lookup().unreflect(method).asFixedArity();
            var bound = target.isPresent() ? handle.bindTo(target.get()) : handle;
            var complete = MethodHandles.insertArguments(bound, 0, arguments.toArray());
            return Optional.of(new Reflected(complete.asType(MethodType.methodType(void.class))));
        } catch (IllegalAccessException | InaccessibleObjectException closed) {
            return Optional.empty();
        }
    }

    @Override
    public void perform() throws Throwable {
        call.invokeExact();
    }
}
