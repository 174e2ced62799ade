package dev.perfbudget.junit.jupiter;

import dev.perfbudget.agent.discovery.WorkloadClasses;
import dev.perfbudget.junit.Budgets;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.UniqueId;

/**
 * A test that is to be measured.
 *
 * @param planned as the runner knows it
 * @param flaw why its times cannot gate, if so
 * @param assertions whether its class runs with assertions on
 */
record InPlaceTest(PlannedBenchmark planned, Optional<String> flaw, boolean assertions) {

    private static final String MODE = "inPlace";
    private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";
    private static final String INVOCATION = "-invocation";

    static InPlaceTest of(ExtensionContext context) {
        var type = context.getRequiredTestClass();
        var method = context.getRequiredTestMethod();
        var planned = new PlannedBenchmark(
                new BenchmarkKey(nameOf(type, method), MODE, invocations(context.getUniqueId())),
                type.getName(),
                List.of(method.getName()),
                WorkloadClasses.of(type, List.of()),
                false,
                1,
                0,
                1,
                Budgets.ofTest(method, type));
        return new InPlaceTest(planned, flaw(context, type), type.desiredAssertionStatus());
    }

    BenchmarkKey key() {
        return planned.key();
    }

    /** Overloaded tests are told apart by the types of their parameters. */
    private static String nameOf(Class<?> type, Method method) {
        var name = Budgets.nameOf(type) + "." + method.getName();
        var overloads = Arrays.stream(type.getDeclaredMethods())
                .filter(other -> !other.isSynthetic() && other.getName().equals(method.getName()))
                .count();
        return overloads < 2
                ? name
                : name
                        + Arrays.stream(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .collect(Collectors.joining(",", "(", ")"));
    }

    /** Which invocation of a template it is, by number: display names change with JUnit's version and with data. */
    private static Map<String, String> invocations(String uniqueId) {
        var invocations = new LinkedHashMap<String, String>();
        for (var segment : UniqueId.parse(uniqueId).getSegments()) {
            if (segment.getType().endsWith(INVOCATION)) {
                var kind = segment.getType().startsWith("class") ? "classInvocation" : "invocation";
                invocations.put(kind, segment.getValue().replace("#", ""));
            }
        }
        return invocations;
    }

    private static Optional<String> flaw(ExtensionContext context, Class<?> type) {
        var isAlone = Stream.<Class<?>>iterate(type, around -> around != null, Class::getEnclosingClass)
                        .anyMatch(around -> AnnotationSupport.isAnnotated(around, Isolated.class))
                || context.getConfigurationParameter(PARALLEL)
                        .filter(Boolean::parseBoolean)
                        .isEmpty();
        return isAlone
                ? Optional.empty()
                : Optional.of("Not for gating: Jupiter may run other tests at the same time (" + PARALLEL
                        + "); put @Isolated on [" + Budgets.nameOf(type.getNestHost()) + "]");
    }
}
