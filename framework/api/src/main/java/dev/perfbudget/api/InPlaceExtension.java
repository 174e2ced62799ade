package dev.perfbudget.api;

import java.lang.reflect.Method;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Hands on to {@code perfbudget-junit}. Without it a test is called as it would be without a budget, and says so. */
final class InPlaceExtension implements InPlaceMeasuring {

    private final InPlaceMeasuring measuring = ServiceLoader.load(
                    InPlaceMeasuring.class, InPlaceMeasuring.class.getClassLoader())
            .findFirst()
            .orElseGet(Nobody::new);

    @Override
    public void beforeTestExecution(ExtensionContext context) throws Exception {
        measuring.beforeTestExecution(context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        measuring.interceptTestMethod(invocation, call, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        measuring.interceptTestTemplateMethod(invocation, call, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return measuring.interceptTestFactoryMethod(invocation, call, context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws Exception {
        measuring.afterTestExecution(context);
    }

    /** Production code may carry a budget as well, and a test class path need not have more of ours than that. */
    private static final class Nobody implements InPlaceMeasuring {

        @Override
        public void beforeTestExecution(ExtensionContext context) {
            context.publishReportEntry("perfbudget", "not measured: perfbudget-junit is not on the test class path");
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {}
    }
}
