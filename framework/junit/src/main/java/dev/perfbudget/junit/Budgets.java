package dev.perfbudget.junit;

import dev.perfbudget.api.PerfBudget;
import dev.perfbudget.protocol.Declaration;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@link PerfBudget} where it stands: directly, on an annotation of the user's, on a class that is inherited. */
public final class Budgets {

    private static final String METRICS = "metrics";
    private static final String BETWEEN_LIMITS = "; ";

    private Budgets() {}

    /** What the annotations of a benchmark declare, nearest first: its methods, the class, what the class inherits. */
    static List<Declaration> of(List<Method> methods, Class<?> type) {
        var declarations = new ArrayList<Declaration>();
        methods.forEach(method -> declarations.addAll(on(method, nameOf(method))));
        lineage(type).forEach(ancestor -> declarations.addAll(on(ancestor, nameOf(ancestor))));
        return declarations;
    }

    /** What holds for a test, nearest first: its method, its class, what the class inherits, the classes around it. */
    public static List<Declaration> ofTest(Method method, Class<?> type) {
        var declarations = new ArrayList<>(of(List.of(method), type));
        for (var around = type.getEnclosingClass(); around != null; around = around.getEnclosingClass()) {
            declarations.addAll(onClass(around));
        }
        return declarations;
    }

    /** Whether a method has a budget of its own. */
    public static boolean standOn(Method method) {
        return !on(method, "").isEmpty();
    }

    /** Whether a class or one of its methods, its own or an inherited one, carries a budget that is not Jupiter's. */
    static boolean standOn(Class<?> type) {
        return (!onClass(type).isEmpty() && !JupiterTests.areIn(type))
                || methodsWithBudget(type).findAny().isPresent();
    }

    /** The budgets of a class as a whole. */
    static List<Declaration> onClass(Class<?> type) {
        return of(List.of(), type);
    }

    /** Methods with a budget that are no tests of Jupiter's. */
    static Stream<Method> methodsWithBudget(Class<?> type) {
        return methods(type).filter(method -> standOn(method) && !JupiterTests.isTest(method));
    }

    /** All methods that a class has or inherits. */
    static Stream<Method> methods(Class<?> type) {
        return lineage(type).stream()
                .flatMap(ancestor -> Arrays.stream(ancestor.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic());
    }

    /** For people: class, dot, method. */
    public static String nameOf(Method method) {
        return nameOf(method.getDeclaringClass()) + "." + method.getName();
    }

    /** For people, and as JMH has it: nested classes with a dot. */
    public static String nameOf(Class<?> type) {
        var canonical = type.getCanonicalName();
        return canonical == null ? type.getName() : canonical;
    }

    /** The class, its superclasses, then the interfaces of all of them. */
    private static Set<Class<?>> lineage(Class<?> type) {
        var lineage = new LinkedHashSet<Class<?>>();
        for (Class<?> walk = type; walk != null && walk != Object.class; walk = walk.getSuperclass()) {
            lineage.add(walk);
        }
        List.copyOf(lineage).forEach(ancestor -> addInterfaces(ancestor, lineage));
        return lineage;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> lineage) {
        for (var parent : type.getInterfaces()) {
            if (lineage.add(parent)) {
                addInterfaces(parent, lineage);
            }
        }
    }

    private static List<Declaration> on(AnnotatedElement element, String place) {
        var found = new ArrayList<Declaration>();
        collect(element, " on " + place, new HashSet<>(), found);
        return found;
    }

    private static void collect(
            AnnotatedElement element, String place, Set<Class<?>> visited, List<Declaration> found) {
        for (var annotation : element.getDeclaredAnnotations()) {
            var type = annotation.annotationType();
            if (annotation instanceof PerfBudget budget) {
                found.add(declaration(budget, "@PerfBudget" + place));
            } else if (!type.getName().startsWith("java.") && visited.add(type)) {
                collect(type, " on @" + type.getSimpleName() + place, visited, found);
            }
        }
    }

    private static Declaration declaration(PerfBudget budget, String origin) {
        var values = new LinkedHashMap<String, String>();
        attributes(budget).forEach((name, limits) -> {
            if (limits.length > 0 && !name.equals(METRICS)) {
                values.put(name, String.join(BETWEEN_LIMITS, limits));
            }
        });
        return new Declaration(origin, values, List.of(budget.metrics()));
    }

    private static Map<String, String[]> attributes(PerfBudget budget) {
        var attributes = new LinkedHashMap<String, String[]>();
        for (var attribute : PerfBudget.class.getDeclaredMethods()) {
            attributes.put(attribute.getName(), valueOf(attribute, budget));
        }
        return attributes;
    }

    private static String[] valueOf(Method attribute, Annotation annotation) {
        try {
            return (String[]) attribute.invoke(annotation);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("Cannot read [" + attribute.getName() + "] of " + annotation, unreadable);
        }
    }
}
