package dev.perfbudget.agent.discovery;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The classes whose bytecode is the workload of a benchmark class: itself, its superclasses, its state classes with
 * those that their fixture methods ask for, and the nest of each. Not the JDK's, not JMH's own.
 */
public final class WorkloadClasses {

    private final Set<Class<?>> found = new LinkedHashSet<>();

    private WorkloadClasses() {}

    /** Binary names, sorted. */
    public static List<String> of(Class<?> type, List<Method> benchmarkMethods) {
        var classes = new WorkloadClasses();
        classes.add(type);
        benchmarkMethods.forEach(classes::addParameters);
        return classes.found.stream()
                .flatMap(found -> Arrays.stream(found.getNestMembers()))
                .map(Class::getName)
                .distinct()
                .sorted()
                .toList();
    }

    private void add(Class<?> type) {
        for (Class<?> walk = type; walk != null && isWorkload(walk); walk = walk.getSuperclass()) {
            if (found.add(walk)) {
                fixtures(walk).forEach(this::addParameters);
            }
        }
    }

    private void addParameters(Method method) {
        for (var parameter : method.getParameterTypes()) {
            add(parameter);
        }
    }

    private static Stream<Method> fixtures(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method ->
                        method.isAnnotationPresent(Setup.class) || method.isAnnotationPresent(TearDown.class));
    }

    private static boolean isWorkload(Class<?> type) {
        return type.getClassLoader() != null
                && type.getClassLoader() != ClassLoader.getPlatformClassLoader()
                && !type.getPackageName().equals(Blackhole.class.getPackageName());
    }
}
