package dev.perfbudget.maven;

import dev.perfbudget.maven.paired.KnownBenchmark;
import io.github.classgraph.AnnotationInfo;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.MethodInfo;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds classes with benchmarks, tests with a budget, or budgets by reading class files; no class of the module is loaded.
 *
 * <p>Looks into the module's own directories only, but follows superclasses and annotations into its dependencies:
 * benchmark methods are inherited.
 */
final class BenchmarkScan {

    private static final String BENCHMARK = "org.openjdk.jmh.annotations.Benchmark";
    private static final String GROUP = "org.openjdk.jmh.annotations.Group";
    /** Parameterized and repeated tests are templates. */
    private static final List<String> TESTS =
            List.of("org.junit.jupiter.api.Test", "org.junit.jupiter.api.TestTemplate");

    private static final String BUDGET = "dev.perfbudget.api.PerfBudget";
    /** Where JMH generates subclasses of states and benchmarks, which inherit the benchmark methods. */
    private static final String GENERATED = ".jmh_generated";

    private final List<Path> directories;
    private final List<Path> classPath;

    /**
     * For the classes below some directories.
     *
     * @param classPath all that they were compiled against, the directories included
     */
    BenchmarkScan(List<Path> directories, List<Path> classPath) {
        this.directories = directories.stream().map(BenchmarkScan::real).toList();
        this.classPath = classPath.stream().map(BenchmarkScan::real).toList();
    }

    /** Without symbolic links: places that classes come from are told by such paths. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path;
        }
    }

    /** All classes found, by name. */
    List<FoundClass> find() throws IOException {
        return find(BenchmarkScan::found);
    }

    /** Those with benchmarks of JMH, and no more than these of each. */
    List<FoundClass> findJmh() throws IOException {
        return find(BenchmarkScan::foundJmh);
    }

    /** The same, each in each of its modes. */
    List<KnownBenchmark> findModes() throws IOException {
        return find(BenchmarkScan::foundModes);
    }

    private <T> List<T> find(Function<ClassInfo, Stream<T>> look) throws IOException {
        var packages = packages();
        if (packages.isEmpty()) {
            return List.of();
        }
        var graph = new ClassGraph()
                .overrideClasspath(classPath)
                .disableNestedJarScanning()
                .ignoreClassVisibility()
                .ignoreMethodVisibility()
                .enableAnnotationInfo()
                .enableMethodInfo()
                .acceptPackagesNonRecursive(packages.toArray(String[]::new));
        try (var scanned = graph.scan()) {
            return scanned.getAllStandardClasses().stream()
                    .filter(this::isOfTheModule)
                    .filter(type -> !type.isAbstract() && !type.isSynthetic())
                    .flatMap(look)
                    .toList();
        }
    }

    private boolean isOfTheModule(ClassInfo type) {
        var place = type.getClasspathElementFile();
        return place != null && directories.contains(real(place.toPath()));
    }

    private static Stream<FoundClass> found(ClassInfo type) {
        var benchmarks = new TreeSet<String>();
        var lineage = withSuperclasses(type);
        var hasBudget = lineage.stream().anyMatch(declaring -> declaring.hasAnnotation(BUDGET));
        var areAllTestsWanted = hasBudget;
        for (var declaring : lineage) {
            for (var method : declaring.getDeclaredMethodInfo()) {
                hasBudget |= method.hasAnnotation(BUDGET);
                if (method.hasAnnotation(BENCHMARK)
                        || (isTest(method) && (areAllTestsWanted || method.hasAnnotation(BUDGET)))) {
                    benchmarks.add(nameOf(method));
                }
            }
        }
        return benchmarks.isEmpty() && !hasBudget
                ? Stream.empty()
                : Stream.of(new FoundClass(type.getName(), List.copyOf(benchmarks)));
    }

    private static Stream<FoundClass> foundJmh(ClassInfo type) {
        var benchmarks = withSuperclasses(type).stream()
                .flatMap(declaring -> declaring.getDeclaredMethodInfo().stream())
                .filter(method -> method.hasAnnotation(BENCHMARK))
                .map(BenchmarkScan::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return benchmarks.isEmpty()
                ? Stream.empty()
                : Stream.of(new FoundClass(type.getName(), List.copyOf(benchmarks)));
    }

    private static Stream<KnownBenchmark> foundModes(ClassInfo type) {
        var lineage = withSuperclasses(type);
        var modes = new JmhModes(lineage);
        return lineage.stream()
                .flatMap(declaring -> declaring.getDeclaredMethodInfo().stream())
                .filter(method -> method.hasAnnotation(BENCHMARK))
                .flatMap(method ->
                        modes.of(method).stream().map(mode -> new KnownBenchmark(type.getName(), nameOf(method), mode)))
                .distinct();
    }

    private static boolean isTest(MethodInfo method) {
        return TESTS.stream().anyMatch(method::hasAnnotation);
    }

    private static List<ClassInfo> withSuperclasses(ClassInfo type) {
        var all = new ArrayList<ClassInfo>();
        all.add(type);
        all.addAll(type.getSuperclasses());
        return all;
    }

    /** JMH's name: that of the group, if the method is one of several that run at the same time. */
    private static String nameOf(MethodInfo method) {
        AnnotationInfo group = method.getAnnotationInfo(GROUP);
        return group == null
                ? method.getName()
                : String.valueOf(group.getParameterValues().getValue("value"));
    }

    private Set<String> packages() throws IOException {
        var packages = new TreeSet<String>();
        for (var directory : directories) {
            if (Files.isDirectory(directory)) {
                addPackages(directory, packages);
            }
        }
        packages.removeIf(name -> name.endsWith(GENERATED));
        return packages;
    }

    private static void addPackages(Path root, Set<String> packages) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().endsWith(".class")) {
                    var directory = root.relativize(file).getParent();
                    packages.add(
                            directory == null
                                    ? ""
                                    : directory
                                            .toString()
                                            .replace(directory.getFileSystem().getSeparator(), "."));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
