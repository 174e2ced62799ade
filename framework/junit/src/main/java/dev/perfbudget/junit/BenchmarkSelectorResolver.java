package dev.perfbudget.junit;

import dev.perfbudget.agent.discovery.BenchmarkScanner;
import dev.perfbudget.junit.TestsOfClass.Test;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.discovery.NestedClassSelector;
import org.junit.platform.engine.discovery.NestedMethodSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/**
 * Turns selectors into descriptors. Everything goes through unique ids: {@code
 * [class:com.acme.JsonBench]/[benchmark:parse]}, below it {@code [variant:{size=10} [avgt]]} where a benchmark has
 * several modes or parameter values.
 */
final class BenchmarkSelectorResolver implements SelectorResolver {

    private static final String CLASS = "class";
    private static final String BENCHMARK = "benchmark";
    private static final String VARIANT = "variant";

    private final UniqueId engine;
    private final BenchmarkScanner scanner = new BenchmarkScanner();
    private final Map<Class<?>, TestsOfClass> examined = new HashMap<>();

    BenchmarkSelectorResolver(UniqueId engine) {
        this.engine = engine;
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return allOf(selector.getJavaClass());
    }

    @Override
    public Resolution resolve(NestedClassSelector selector, Context context) {
        return allOf(selector.getNestedClass());
    }

    @Override
    public Resolution resolve(MethodSelector selector, Context context) {
        return oneOf(selector.getJavaClass(), selector.getMethodName());
    }

    @Override
    public Resolution resolve(NestedMethodSelector selector, Context context) {
        return oneOf(selector.getNestedClass(), selector.getMethodName());
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        var id = selector.getUniqueId();
        if (!id.hasPrefix(engine) || id.equals(engine)) {
            return Resolution.unresolved();
        }
        return switch (id.getLastSegment().getType()) {
            case CLASS ->
                testsAt(id)
                        .flatMap(tests -> context.addToParent(
                                        parent -> Optional.of(new ClassDescriptor(id, tests.type())))
                                .map(descriptor -> Match.exact(descriptor, () -> children(id, tests))))
                        .map(Resolution::match)
                        .orElse(Resolution.unresolved());
            case BENCHMARK ->
                testsAt(id.removeLastSegment())
                        .flatMap(tests -> tests.test(id.getLastSegment().getValue())
                                .flatMap(test -> add(context, id, parent -> benchmark(id, tests.type(), test))
                                        .map(descriptor -> Match.exact(descriptor, () -> children(id, test)))))
                        .map(Resolution::match)
                        .orElse(Resolution.unresolved());
            case VARIANT ->
                testsAt(id.removeLastSegment().removeLastSegment())
                        .flatMap(tests -> tests.test(
                                        id.removeLastSegment().getLastSegment().getValue())
                                .flatMap(test -> add(context, id, parent -> variant(id, test))))
                        .map(Match::exact)
                        .map(Resolution::match)
                        .orElse(Resolution.unresolved());
            default -> Resolution.unresolved();
        };
    }

    private Resolution allOf(Class<?> type) {
        return Claim.holds(type)
                ? Resolution.selectors(Set.of(DiscoverySelectors.selectUniqueId(idOf(type))))
                : Resolution.unresolved();
    }

    private Resolution oneOf(Class<?> type, String method) {
        if (!Claim.holds(type)) {
            return Resolution.unresolved();
        }
        var selected = testsOf(type).tests().stream()
                .filter(test -> test.answersTo(method))
                .map(test -> DiscoverySelectors.selectUniqueId(idOf(type).append(BENCHMARK, test.name())))
                .collect(Collectors.toCollection(LinkedHashSet<DiscoverySelector>::new));
        return selected.isEmpty() ? Resolution.unresolved() : Resolution.selectors(selected);
    }

    private static <T extends TestDescriptor> Optional<T> add(
            Context context, UniqueId id, Function<TestDescriptor, Optional<T>> creator) {
        return context.addToParent(() -> DiscoverySelectors.selectUniqueId(id.removeLastSegment()), creator);
    }

    private static Optional<TestDescriptor> benchmark(UniqueId id, Class<?> type, Test test) {
        if (test.problem().isPresent()) {
            return Optional.of(
                    new ProblemDescriptor(id, type, test, test.problem().get()));
        }
        return Optional.of(
                test.variants().size() == 1
                        ? BenchmarkDescriptor.only(id, test)
                        : new MethodDescriptor(id, type, test));
    }

    private static Optional<BenchmarkDescriptor> variant(UniqueId id, Test test) {
        return BenchmarkDescriptor.variants(id.removeLastSegment(), VARIANT, test).stream()
                .filter(descriptor -> descriptor.getUniqueId().equals(id))
                .findFirst();
    }

    private static Set<DiscoverySelector> children(UniqueId id, TestsOfClass tests) {
        return tests.tests().stream()
                .map(test -> DiscoverySelectors.selectUniqueId(id.append(BENCHMARK, test.name())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<DiscoverySelector> children(UniqueId id, Test test) {
        if (test.variants().size() < 2) {
            return Set.of();
        }
        return BenchmarkDescriptor.variants(id, VARIANT, test).stream()
                .map(variant -> DiscoverySelectors.selectUniqueId(variant.getUniqueId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private UniqueId idOf(Class<?> type) {
        return engine.append(CLASS, type.getName());
    }

    private Optional<TestsOfClass> testsAt(UniqueId classId) {
        return ReflectionSupport.tryToLoadClass(classId.getLastSegment().getValue())
                .toOptional()
                .filter(Claim::holds)
                .map(this::testsOf);
    }

    private TestsOfClass testsOf(Class<?> type) {
        return examined.computeIfAbsent(type, unknown -> TestsOfClass.of(unknown, scanner));
    }
}
