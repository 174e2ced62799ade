package dev.perfbudget.junit.jupiter;

import dev.perfbudget.agent.inplace.OperationFailedException;
import dev.perfbudget.junit.InPlaceFailure;
import java.lang.reflect.Method;

/** What a measured test fails with. */
final class Failures {

    private Failures() {}

    /** A decision against a test, in the judge's words, at the place of the test instead of ours. */
    static InPlaceFailure verdict(Method method, String message) {
        var failure = new InPlaceFailure(message);
        var type = method.getDeclaringClass();
        var outermost = type.getNestHost().getName();
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    type.getName(), method.getName(), outermost.substring(outermost.lastIndexOf('.') + 1) + ".java", -1)
        });
        return failure;
    }

    /** What an operation threw, itself, unless that only says that it was interrupted. */
    static Throwable of(OperationFailedException failure) {
        return failure.isHung()
                ? new InPlaceFailure(failure.explanation(), failure.thrown())
                : InPlaceFailure.beside(failure.thrown(), failure.explanation());
    }
}
