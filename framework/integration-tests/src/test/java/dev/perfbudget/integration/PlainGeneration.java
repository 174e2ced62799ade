package dev.perfbudget.integration;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/** JMH's generated code the plain way: the annotation processor in the compilation of the benchmark's source. */
final class PlainGeneration {

    private static final Path SOURCES = Path.of("src", "test", "java");

    private PlainGeneration() {}

    /** Compiles the source of a class into {@code folder}, which then has the class, its stubs, list and hints. */
    static Path into(Path folder, Class<?> benchmark) throws java.io.IOException {
        Files.createDirectories(folder);
        var processor = Stream.of(BenchmarkProcessor.class, org.openjdk.jmh.Main.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
        var source = SOURCES.resolve(benchmark.getName().replace('.', '/') + ".java");
        var arguments = List.of(
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processorpath",
                processor,
                "--release",
                "17",
                source.toString());
        var exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new AssertionError("javac could not compile [" + source + "]: exit code " + exit);
        }
        return folder;
    }
}
