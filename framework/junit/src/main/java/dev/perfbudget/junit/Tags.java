package dev.perfbudget.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestTag;

/**
 * Reads Jupiter's {@code @Tag} by its public name, because Jupiter need not be there: directly, repeated, and on
 * annotations of the user's.
 */
final class Tags {

    private static final String TAG = "org.junit.jupiter.api.Tag";
    private static final String TAGS = "org.junit.jupiter.api.Tags";

    private Tags() {}

    /** Tags of a class and of those that it extends. */
    static Set<TestTag> of(Class<?> type) {
        var tags = new LinkedHashSet<TestTag>();
        for (Class<?> walk = type; walk != null; walk = walk.getSuperclass()) {
            collect(walk, new HashSet<>(), tags);
        }
        return tags;
    }

    /** Tags of a benchmark: those of its class and of its methods. */
    static Set<TestTag> of(Class<?> type, Collection<Method> methods) {
        var tags = of(type);
        methods.forEach(method -> collect(method, new HashSet<>(), tags));
        return tags;
    }

    private static void collect(AnnotatedElement element, Set<Class<?>> visited, Set<TestTag> tags) {
        for (var annotation : element.getDeclaredAnnotations()) {
            var type = annotation.annotationType();
            switch (type.getName()) {
                case TAG -> add(annotation, tags);
                case TAGS -> repeated(annotation).forEach(tag -> add(tag, tags));
                default -> {
                    if (!type.getName().startsWith("java.") && visited.add(type)) {
                        collect(type, visited, tags);
                    }
                }
            }
        }
    }

    private static void add(Annotation tag, Set<TestTag> tags) {
        if (valueOf(tag) instanceof String name && TestTag.isValid(name)) {
            tags.add(TestTag.create(name));
        }
    }

    private static List<Annotation> repeated(Annotation container) {
        var tags = new ArrayList<Annotation>();
        if (valueOf(container) instanceof Annotation[] repeated) {
            tags.addAll(List.of(repeated));
        }
        return tags;
    }

    private static Object valueOf(Annotation annotation) {
        return ReflectionSupport.findMethod(annotation.annotationType(), "value")
                .map(value -> ReflectionSupport.invokeMethod(value, annotation))
                .orElseThrow();
    }
}
