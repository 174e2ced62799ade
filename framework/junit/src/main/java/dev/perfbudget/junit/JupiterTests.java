package dev.perfbudget.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Tells Jupiter's tests by the public names of its annotations, because Jupiter need not be there. */
public final class JupiterTests {

    private static final String FACTORY = "org.junit.jupiter.api.TestFactory";

    /** Parameterized and repeated tests are templates. */
    private static final Set<String> TESTS =
            Set.of("org.junit.jupiter.api.Test", "org.junit.jupiter.api.TestTemplate", FACTORY);

    private JupiterTests() {}

    /** Whether a test is to be measured in place, or to say why it cannot be. */
    public static boolean haveBudget(Class<?> type, Method method) {
        return isFactory(method)
                ? Budgets.standOn(method)
                : !Budgets.ofTest(method, type).isEmpty();
    }

    /** The same of any method. */
    public static boolean isToBeMeasured(Class<?> type, Method method) {
        return isTest(method) && haveBudget(type, method);
    }

    /** Whether a method makes tests instead of being one. */
    public static boolean isFactory(Method method) {
        return has(method.getAnnotations(), Set.of(FACTORY), new HashSet<>());
    }

    static boolean isTest(Method method) {
        return has(method.getAnnotations(), TESTS, new HashSet<>());
    }

    /** Whether a class, or one inside it, has tests of Jupiter's. */
    static boolean areIn(Class<?> type) {
        return Budgets.methods(type).anyMatch(JupiterTests::isTest)
                || Arrays.stream(type.getDeclaredClasses()).anyMatch(JupiterTests::areIn);
    }

    private static boolean has(Annotation[] annotations, Set<String> wanted, Set<Class<?>> visited) {
        return Arrays.stream(annotations)
                .map(Annotation::annotationType)
                .anyMatch(type -> wanted.contains(type.getName())
                        || (!type.getName().startsWith("java.")
                                && visited.add(type)
                                && has(type.getAnnotations(), wanted, visited)));
    }
}
