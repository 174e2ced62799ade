package dev.perfbudget.maven;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.report.github.SourceLine;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.MethodInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where benchmarks are written, by the class files: they know the name of their source and the lines of their methods.
 *
 * @param classes directories of class files
 * @param sources directories of source files
 * @param workspace below which places are told
 */
record SourcePlaces(List<Path> classes, List<Path> sources, Path workspace) {

    SourcePlaces {
        classes = List.copyOf(classes);
        sources = List.copyOf(sources);
    }

    /** Where the methods of these benchmarks begin, as far as that can be told. */
    Map<BenchmarkId, SourceLine> of(List<BenchmarkRun> benchmarks) {
        if (benchmarks.isEmpty()) {
            return Map.of();
        }
        var graph = new ClassGraph()
                .overrideClasspath(classes)
                .disableNestedJarScanning()
                .ignoreClassVisibility()
                .ignoreMethodVisibility()
                .enableMethodInfo();
        var places = new HashMap<BenchmarkId, SourceLine>();
        try (var scanned = graph.scan()) {
            for (var benchmark : benchmarks) {
                Optional.ofNullable(scanned.getClassInfo(benchmark.className()))
                        .flatMap(type -> place(type, benchmark.methods()))
                        .ifPresent(place -> places.put(benchmark.id(), place));
            }
        }
        return places;
    }

    /** Of the first of its methods, which a superclass may have. */
    private Optional<SourceLine> place(ClassInfo type, List<String> methods) {
        return Stream.concat(Stream.of(type), type.getSuperclasses().stream())
                .flatMap(declaring -> declaring.getDeclaredMethodInfo().stream())
                .filter(method -> methods.contains(method.getName()) && method.getMinLineNum() > 0)
                .findFirst()
                .flatMap(this::place);
    }

    private Optional<SourceLine> place(MethodInfo method) {
        var type = method.getClassInfo();
        var directory = type.getPackageName().replace('.', '/');
        return Optional.ofNullable(type.getSourceFile()).stream()
                .flatMap(name ->
                        sources.stream().map(root -> root.resolve(directory).resolve(name)))
                .filter(Files::isRegularFile)
                .flatMap(file -> inWorkspace(file).stream())
                .map(file -> new SourceLine(file, method.getMinLineNum()))
                .findFirst();
    }

    private Optional<String> inWorkspace(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        var root = workspace.toAbsolutePath().normalize();
        return absolute.startsWith(root)
                ? Optional.of(root.relativize(absolute).toString().replace('\\', '/'))
                : Optional.empty();
    }
}
