package dev.perfbudget.junit.jupiter;

import dev.perfbudget.api.InPlaceMeasuring;
import dev.perfbudget.junit.Budgets;
import dev.perfbudget.junit.BuildTool;
import dev.perfbudget.junit.JupiterTests;
import dev.perfbudget.junit.Mode;
import dev.perfbudget.junit.client.CannotMeasureException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Has the machine before the body of a test is called for the first time, measures around that call, and has given the
 * machine back when the test's own extensions go on.
 */
public final class MeasuringInPlace implements InPlaceMeasuring {

    private static final Namespace NAMESPACE = Namespace.create(MeasuringInPlace.class);
    private static final String CALLED_ONCE = "called once, not measured";

    private final Properties system = System.getProperties();
    private final BuildTool tool = BuildTool.in(system);

    /** Made by {@link java.util.ServiceLoader}. */
    public MeasuringInPlace() {}

    /** Waiting for the machine is no part of what {@code @Timeout} limits. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (JupiterTests.isFactory(context.getRequiredTestMethod())) {
            return;
        }
        switch (Mode.of(Parameters.of(context, system), tool)) {
            case OFF -> {}
            case SMOKE -> context.publishReportEntry("perfbudget", CALLED_ONCE);
            case MEASURE -> awaitTurn(context);
        }
    }

    private void awaitTurn(ExtensionContext context) {
        var test = InPlaceTest.of(context);
        EarlierFailures.repeat(context, tool);
        context.getStore(NAMESPACE).put(Turn.class, session(context).await(test));
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        intercept(invocation, call, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        intercept(invocation, call, context);
    }

    private void intercept(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        var turn = turn(context);
        if (turn.isEmpty()) {
            invocation.proceed();
            return;
        }
        var decided = turn.get().measure(invocation::proceed, Calls.again(call));
        publish(decided.facts(), context);
        switch (decided.decision()) {
            case PASSED, SKIPPED -> System.out.println(decided.message());
            case FAILED ->
                throw EarlierFailures.remembered(
                        Failures.verdict(context.getRequiredTestMethod(), decided.message()), context, tool);
        }
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        var method = context.getRequiredTestMethod();
        if (Budgets.standOn(method)) {
            throw new CannotMeasureException("@PerfBudget on [" + Budgets.nameOf(method)
                    + "] has nothing to measure: a @TestFactory makes tests, it is none. Use @ParameterizedTest, or"
                    + " take the budget away.");
        }
        return invocation.proceed();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        turn(context).ifPresent(Turn::end);
    }

    private static Optional<Turn> turn(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(NAMESPACE).get(Turn.class, Turn.class));
    }

    private InPlaceSession session(ExtensionContext context) {
        var opening = new Opening(context, system);
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        opening.module(),
                        module -> new InPlaceSession(opening.message(), context.getRoot()),
                        InPlaceSession.class);
    }

    private static void publish(Map<String, String> facts, ExtensionContext context) {
        if (!facts.isEmpty()) {
            context.publishReportEntry(facts);
        }
    }
}
