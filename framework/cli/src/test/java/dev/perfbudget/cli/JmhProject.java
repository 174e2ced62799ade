package dev.perfbudget.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A project of somebody who has JMH, no Maven and nothing of ours: sources that become class files. */
record JmhProject(Path directory) {

    private static final String BENCHMARK =
            """
            package com.acme;
            @org.openjdk.jmh.annotations.BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
            @org.openjdk.jmh.annotations.OutputTimeUnit(java.util.concurrent.TimeUnit.MICROSECONDS)
            public class %s {
                @org.openjdk.jmh.annotations.Benchmark
                public void work() {
                    org.openjdk.jmh.infra.Blackhole.consumeCPU(Work.tokens());
                }
            }
            """;

    /** With a benchmark {@code com.acme.JsonBench.work} that takes so long. */
    JmhProject working(int tokens) {
        return with("JsonBench", BENCHMARK.formatted("JsonBench"))
                .with("Work", "package com.acme; class Work { static long tokens() { return " + tokens + "; } }");
    }

    /** With a benchmark {@code work} of the same work. */
    JmhProject withBenchmark(String className) {
        return with(className, BENCHMARK.formatted(className));
    }

    JmhProject with(String className, String source) {
        try {
            Files.createDirectories(directory.resolve("src"));
            Files.writeString(directory.resolve("src").resolve(className + ".java"), source);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The folder of its class files, with JMH's generated code. */
    Path compile() {
        var classes = directory.resolve("classes");
        var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", jmh(), "-processorpath", jmh()));
        sources().map(Path::toString).forEach(arguments::add);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The sources in [" + directory + "] do not compile");
        }
        return classes;
    }

    /** What JMH's own archetype makes: its classes with JMH in one jar. */
    Path shaded() {
        var jar = directory.resolve("benchmarks.jar");
        var classes = compile();
        try (var output = new JarOutputStream(Files.newOutputStream(jar));
                var own = Files.walk(classes)) {
            var added = new HashSet<String>();
            for (var file : own.filter(Files::isRegularFile).toList()) {
                put(classes.relativize(file).toString(), Files.readAllBytes(file), output, added);
            }
            for (var library : jmh().split(File.pathSeparator, -1)) {
                copy(library, output, added);
            }
            return jar;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void copy(String library, JarOutputStream output, HashSet<String> added) throws IOException {
        try (var jar = new JarFile(library)) {
            for (var entry : jar.stream().filter(file -> !file.isDirectory()).toList()) {
                try (var content = jar.getInputStream(entry)) {
                    put(entry.getName(), content.readAllBytes(), output, added);
                }
            }
        }
    }

    private static void put(String name, byte[] content, JarOutputStream output, HashSet<String> added)
            throws IOException {
        if (added.add(name)) {
            output.putNextEntry(new ZipEntry(name));
            output.write(content);
        }
    }

    private Stream<Path> sources() {
        try (var files = Files.list(directory.resolve("src"))) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The jars of JMH and of what it needs. */
    static String jmh() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.matches(".*[/\\\\](jmh-|jopt-simple|commons-math3)[^/\\\\]*[.]jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
