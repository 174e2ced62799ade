package dev.perfbudget.junit.launcher;

import dev.perfbudget.junit.JupiterTests;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** The ordinary tests with a budget among the classes of a request; their neighbours without one are not run. */
final class InPlaceTests implements PostDiscoveryFilter {

    static final String ENGINE = "junit-jupiter";

    /** Whether there is an engine that could run them. */
    static boolean canRun() {
        return ServiceLoader.load(TestEngine.class).stream()
                .anyMatch(engine -> engine.get().getId().equals(ENGINE));
    }

    /** Which classes have such tests, by their names in the request. */
    static List<String> in(List<String> names) {
        return names.stream()
                .filter(name -> methods(name).findAny().isPresent())
                .toList();
    }

    /** Jupiter wants to know the parameters of a test that is selected, which its name does not tell. */
    static Stream<DiscoverySelector> selectors(String name) {
        return name.indexOf('#') < 0
                ? Stream.of(DiscoverySelectors.selectClass(name))
                : type(name).stream()
                        .flatMap(type -> methods(name).map(method -> DiscoverySelectors.selectMethod(type, method)));
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        var isWanted = descriptor
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(source -> JupiterTests.haveBudget(source.getJavaClass(), source.getJavaMethod()));
        return FilterResult.includedIf(isWanted.orElse(true));
    }

    private static Stream<Method> methods(String name) {
        var hash = name.indexOf('#');
        return type(name).stream()
                .flatMap(InPlaceTests::withNested)
                .flatMap(type -> ReflectionSupport.findMethods(
                        type, method -> JupiterTests.isToBeMeasured(type, method), HierarchyTraversalMode.TOP_DOWN)
                        .stream())
                .filter(method -> hash < 0 || method.getName().equals(name.substring(hash + 1)));
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(InPlaceTests::withNested));
    }

    private static Optional<Class<?>> type(String name) {
        var hash = name.indexOf('#');
        return ReflectionSupport.tryToLoadClass(hash < 0 ? name : name.substring(0, hash))
                .toOptional();
    }
}
