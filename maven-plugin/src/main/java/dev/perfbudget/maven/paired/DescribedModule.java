package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a module runs with, as the goal {@code describe} says it: the subject of a baseline that was built.
 *
 * @param entries main output first, if it has any, then dependencies in order
 * @param benchmarks of JMH that it has itself, one for each mode
 */
record DescribedModule(Coordinates coordinates, List<ClassPathEntry> entries, List<KnownBenchmark> benchmarks) {

    private static final String ENTRY = "entry.";
    private static final String BENCHMARK = "benchmark.";

    DescribedModule {
        entries = List.copyOf(entries);
        benchmarks = List.copyOf(benchmarks);
    }

    /** The name of the file about a module. */
    static String fileName(String key) {
        return key.replace(':', '+') + ".properties";
    }

    static DescribedModule read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var entries = Stream.iterate(0, i -> properties.containsKey(ENTRY + i + ".file"), i -> i + 1)
                .map(i -> entry(properties, ENTRY + i))
                .toList();
        var benchmarks = Stream.iterate(0, i -> properties.containsKey(BENCHMARK + i + ".type"), i -> i + 1)
                .map(i -> benchmark(properties, BENCHMARK + i))
                .toList();
        return new DescribedModule(coordinates(properties, "module"), entries, benchmarks);
    }

    private static KnownBenchmark benchmark(Properties properties, String prefix) {
        return new KnownBenchmark(
                properties.getProperty(prefix + ".type"),
                properties.getProperty(prefix + ".method"),
                properties.getProperty(prefix + ".mode"));
    }

    private static ClassPathEntry entry(Properties properties, String prefix) {
        return new ClassPathEntry(
                Optional.of(coordinates(properties, prefix)),
                Path.of(properties.getProperty(prefix + ".file")),
                Scope.valueOf(properties.getProperty(prefix + ".scope")),
                Role.valueOf(properties.getProperty(prefix + ".role")));
    }

    private static Coordinates coordinates(Properties properties, String prefix) {
        return new Coordinates(properties.getProperty(prefix + ".key"), properties.getProperty(prefix + ".version"));
    }

    /** Writes it, whole or not at all. */
    void writeInto(Path directory) throws IOException {
        var properties = new Properties();
        set(properties, "module", coordinates);
        for (var i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var prefix = ENTRY + i;
            entry.coordinates().ifPresent(known -> set(properties, prefix, known));
            properties.setProperty(prefix + ".file", entry.file().toString());
            properties.setProperty(prefix + ".scope", entry.scope().name());
            properties.setProperty(prefix + ".role", entry.role().name());
        }
        for (var i = 0; i < benchmarks.size(); i++) {
            set(properties, BENCHMARK + i, benchmarks.get(i));
        }
        var file = Files.createDirectories(directory).resolve(fileName(coordinates.key()));
        var unfinished = Files.createTempFile(directory, "module", ".tmp");
        try (var writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void set(Properties properties, String prefix, Coordinates coordinates) {
        properties.setProperty(prefix + ".key", coordinates.key());
        properties.setProperty(prefix + ".version", coordinates.version());
    }

    private static void set(Properties properties, String prefix, KnownBenchmark benchmark) {
        properties.setProperty(prefix + ".type", benchmark.type());
        properties.setProperty(prefix + ".method", benchmark.method());
        properties.setProperty(prefix + ".mode", benchmark.mode());
    }

    /** The same at other places. */
    DescribedModule at(UnaryOperator<Path> places) {
        return new DescribedModule(
                coordinates,
                entries.stream()
                        .map(entry -> entry.at(places.apply(entry.file())))
                        .toList(),
                benchmarks);
    }

    /** Whether all of it is still there. */
    boolean isThere() {
        return entries.stream().map(ClassPathEntry::file).allMatch(Files::exists);
    }
}
