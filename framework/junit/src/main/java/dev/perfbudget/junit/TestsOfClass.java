package dev.perfbudget.junit;

import dev.perfbudget.agent.discovery.BenchmarkProblem;
import dev.perfbudget.agent.discovery.BenchmarkScanner;
import dev.perfbudget.agent.discovery.DiscoveredBenchmark;
import dev.perfbudget.agent.discovery.Discovery;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a class gives to run.
 *
 * @param tests in the order of their names; never two of the same name
 */
record TestsOfClass(Class<?> type, List<Test> tests) {

    private static final String WHOLE_CLASS = "budget";

    TestsOfClass {
        tests = List.copyOf(tests);
    }

    /**
     * One method, or group of methods, of the class.
     *
     * @param name method or group
     * @param methods empty if it is about the class as a whole
     * @param variants empty if there is a problem
     * @param problem why there is nothing to run
     */
    record Test(String name, List<Method> methods, List<DiscoveredBenchmark> variants, Optional<String> problem) {

        Test {
            methods = List.copyOf(methods);
            variants = List.copyOf(variants);
        }

        boolean answersTo(String methodName) {
            return name.equals(methodName)
                    || methods.stream().anyMatch(method -> method.getName().equals(methodName));
        }
    }

    static TestsOfClass of(Class<?> type, BenchmarkScanner scanner) {
        var discovery = scanner.scan(type);
        var tests = discovery.problems().isEmpty() ? benchmarks(discovery) : rejected(discovery);
        return new TestsOfClass(
                type,
                Stream.concat(tests.stream(), misplaced(discovery).stream())
                        .collect(Collectors.toMap(Test::name, test -> test, (first, same) -> first, LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList());
    }

    Optional<Test> test(String name) {
        return tests.stream().filter(test -> test.name().equals(name)).findFirst();
    }

    private static List<Test> benchmarks(Discovery discovery) {
        var byName = discovery.benchmarks().stream()
                .collect(Collectors.groupingBy(
                        benchmark -> benchmark.key().name(), LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(entry -> new Test(
                        entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1),
                        entry.getValue().get(0).methods(),
                        entry.getValue(),
                        Optional.empty()))
                .toList();
    }

    /** Every benchmark that somebody expects to run fails, with all that JMH says against the class. */
    private static List<Test> rejected(Discovery discovery) {
        var problem = Optional.of(discovery.problems().stream()
                .map(BenchmarkProblem::message)
                .distinct()
                .collect(Collectors.joining("\n")));
        if (discovery.methods().isEmpty()) {
            return List.of(new Test("benchmarks", List.of(), List.of(), problem));
        }
        return discovery.methods().stream()
                .map(method -> new Test(method.getName(), List.of(method), List.of(), problem))
                .toList();
    }

    private static List<Test> misplaced(Discovery discovery) {
        var type = discovery.type();
        var misplaced = new ArrayList<Test>();
        Budgets.methodsWithBudget(type)
                .filter(method -> !discovery.methods().contains(method))
                .map(method -> nothingToMeasure(
                        method.getName(),
                        List.of(method),
                        "@PerfBudget on [" + Budgets.nameOf(method)
                                + "] has nothing to measure: the method is neither a JMH benchmark nor a Jupiter test."
                                + " Add @Benchmark or @Test to it, or take the budget away."))
                .forEach(misplaced::add);
        var onClass = Budgets.onClass(type);
        if (misplaced.isEmpty()
                && discovery.methods().isEmpty()
                && discovery.problems().isEmpty()
                && !JupiterTests.areIn(type)) {
            onClass.forEach(
                    budget -> misplaced.add(
                            nothingToMeasure(
                                    WHOLE_CLASS,
                                    List.of(),
                                    budget.origin() + " has nothing to measure: [" + Budgets.nameOf(type)
                                            + "] has no method with JMH's @Benchmark or Jupiter's @Test. Add one, or take the budget away.")));
        }
        return misplaced;
    }

    private static Test nothingToMeasure(String name, List<Method> methods, String message) {
        return new Test(name, methods, List.of(), Optional.of(message));
    }
}
