package dev.perfbudget.agent.discovery;

import dev.perfbudget.protocol.FromHost.BenchmarksListed;
import dev.perfbudget.protocol.PlannedBenchmark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes that JMH's benchmark lists on the class path of this JVM name: what JMH itself would run from it. */
public final class ListedClasses {

    private final ClassLoader loader = ClassLoader.getSystemClassLoader();
    private final BenchmarkScanner scanner = new BenchmarkScanner();
    private final List<PlannedBenchmark> benchmarks = new ArrayList<>();
    private final Map<String, String> problems = new HashMap<>();

    /** Their benchmarks as the classes declare them now; none of the classes is initialised. */
    public BenchmarksListed benchmarks() {
        for (var name : InstalledList.of(loader).classNames()) {
            try {
                load(name).ifPresentOrElse(type -> add(name, type), () -> problems.put(name, gone(name)));
            } catch (LinkageError broken) {
                problems.put(name, "The class [" + name + "] cannot be loaded: " + broken);
            }
        }
        return new BenchmarksListed(benchmarks, problems);
    }

    private void add(String name, Class<?> type) {
        var discovery = scanner.scan(type);
        discovery.problems().forEach(problem -> problems.putIfAbsent(name, problem.message()));
        discovery.benchmarks().stream()
                .map(benchmark -> benchmark.planned(List.of()))
                .forEach(benchmarks::add);
    }

    private static String gone(String name) {
        return "The benchmark list names [" + name + "], which is not on the class path: it was renamed or deleted."
                + " Build cleanly.";
    }

    /** Any of the last dots may stand for a class within a class. */
    private Optional<Class<?>> load(String name) {
        return Stream.iterate(name, tried -> !tried.isEmpty(), ListedClasses::nested)
                .flatMap(tried -> find(tried).stream())
                .findFirst();
    }

    private static String nested(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot) + '$' + name.substring(dot + 1);
    }

    private Optional<Class<?>> find(String binaryName) {
        try {
            return Optional.of(Class.forName(binaryName, false, loader));
        } catch (ClassNotFoundException another) {
            return Optional.empty();
        }
    }
}
