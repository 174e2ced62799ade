package dev.perfbudget.runner.generation;

import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.workload.ClassFiles;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Has JMH's code generated for the benchmarks that the benchmark list lacks. */
public final class Generation {

    private final Side side;
    private final Compiler compiler;
    private final Path cache;

    /**
     * @param side whose code and JDK it is
     * @param processorPath jars of JMH's processor
     * @param cache directory that keeps what was generated
     */
    public Generation(Side side, List<Path> processorPath, Path cache) {
        this.side = side;
        this.compiler = new Compiler(side, processorPath);
        this.cache = cache;
    }

    /** Generates for those that are not listed; takes about a second the first time, nothing after that. */
    public Generated generate(Collection<PlannedBenchmark> benchmarks) throws IOException {
        var unlisted =
                benchmarks.stream().filter(benchmark -> !benchmark.listed()).toList();
        if (unlisted.isEmpty()) {
            return Generated.NOTHING;
        }
        try (var files = new ClassFiles(side.classPath())) {
            var sources = GenerationSources.of(unlisted, files);
            var kept = cache.resolve(sources.key());
            if (Files.isDirectory(kept)) {
                return new Generated(Optional.of(kept), Map.of());
            }
            if (compiler.program().isEmpty()) {
                return noCompiler(sources.classNames());
            }
            return generate(sources, kept);
        }
    }

    private Generated generate(GenerationSources sources, Path kept) throws IOException {
        Files.createDirectories(cache);
        var output = Files.createDirectory(cache.resolve("new-" + UUID.randomUUID()));
        try {
            var problem = compiler.compile(sources.classNames(), sources.release(), output);
            if (problem.isEmpty()) {
                return new Generated(Optional.of(keep(output, kept)), Map.of());
            }
            return generateTheGood(sources, problem.get());
        } finally {
            delete(output);
        }
    }

    /** One class that JMH rejects must not take the others with it: each is tried alone, to find out who is to blame. */
    private Generated generateTheGood(GenerationSources sources, String problemOfAll) throws IOException {
        var problems = new TreeMap<String, String>();
        if (sources.classNames().size() == 1) {
            problems.put(sources.classNames().iterator().next(), problemOfAll);
            return new Generated(Optional.empty(), problems);
        }
        var good = new TreeSet<String>();
        for (var className : sources.classNames()) {
            var problem = tryAlone(className, sources.release());
            problem.ifPresentOrElse(text -> problems.put(className, text), () -> good.add(className));
        }
        if (good.isEmpty() || problems.isEmpty()) {
            sources.classNames().forEach(className -> problems.putIfAbsent(className, problemOfAll));
            return new Generated(Optional.empty(), problems);
        }
        var rest = generate(sources.only(good), cache.resolve(sources.only(good).key()));
        problems.putAll(rest.problems());
        return new Generated(rest.directory(), problems);
    }

    private Optional<String> tryAlone(String className, int release) throws IOException {
        var output = Files.createDirectory(cache.resolve("new-" + UUID.randomUUID()));
        try {
            return compiler.compile(List.of(className), release, output);
        } finally {
            delete(output);
        }
    }

    private Generated noCompiler(Collection<String> classNames) {
        var problems = new TreeMap<String, String>();
        var message =
                ("The Java runtime [%s] has no compiler (javac), which JMH's code for this class is to be generated"
                                + " with. Run the tests on a JDK, or let the build generate it: add"
                                + " org.openjdk.jmh:jmh-generator-annprocess to the annotation processor path")
                        .formatted(side.javaHome());
        classNames.forEach(className -> problems.put(className, message));
        return new Generated(Optional.empty(), problems);
    }

    /** Whole or not at all; another runner may have been quicker, with the same content. */
    private static Path keep(Path output, Path kept) throws IOException {
        try {
            return Files.move(output, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            if (Files.isDirectory(kept)) {
                return kept;
            }
            throw refused;
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
