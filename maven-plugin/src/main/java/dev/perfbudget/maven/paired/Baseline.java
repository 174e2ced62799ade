package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the candidate is compared with, ready to be run.
 *
 * @param name for people: {@code git:origin/main (a1b2c3d)}
 * @param classPath all of it, in order
 * @param differences between the two sides' class paths, in words
 * @param conflicts what both sides have to use the candidate's of although the baseline has another, in words
 * @param benchmarks that it has itself; none where nothing is known of them
 * @param absence why it has nothing of the module, in words; absent if it has
 */
public record Baseline(
        String name,
        List<Path> classPath,
        List<String> differences,
        List<String> conflicts,
        List<KnownBenchmark> benchmarks,
        Optional<String> absence) {

    public Baseline {
        classPath = List.copyOf(classPath);
        differences = List.copyOf(differences);
        conflicts = List.copyOf(conflicts);
        benchmarks = List.copyOf(benchmarks);
    }

    /** One that has nothing of the module. */
    static Baseline absent(String name, String why) {
        return new Baseline(name, List.of(), List.of(), List.of(), List.of(), Optional.of(why));
    }

    /** The same, with one more thing of which both sides have to use the candidate's. */
    Baseline withConflict(String conflict) {
        return new Baseline(
                name,
                classPath,
                differences,
                Stream.concat(conflicts.stream(), Stream.of(conflict)).toList(),
                benchmarks,
                absence);
    }

    /** As if it had only some of its benchmarks. */
    public Baseline asked(Predicate<KnownBenchmark> wanted) {
        return new Baseline(
                name,
                classPath,
                differences,
                conflicts,
                benchmarks.stream().filter(wanted).toList(),
                absence);
    }

    /** Whether it is the candidate itself, on purpose. */
    public boolean isSelf() {
        return name.equals(Specification.SELF);
    }

    /**
     * Writes {@code baseline.properties}.
     *
     * @return the file
     */
    public Path writeInto(Path directory) throws IOException {
        var properties = new Properties();
        properties.setProperty("name", name);
        absence.ifPresent(why -> properties.setProperty("absence", why));
        set(properties, "classPath", classPath.stream().map(Path::toString).toList());
        set(properties, "difference", differences);
        set(properties, "conflict", conflicts);
        for (var i = 0; i < benchmarks.size(); i++) {
            properties.setProperty("benchmark." + i + ".name", benchmarks.get(i).name());
            properties.setProperty("benchmark." + i + ".mode", benchmarks.get(i).mode());
        }
        var file = Files.createDirectories(directory).resolve("baseline.properties");
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        return file.toAbsolutePath();
    }

    private static void set(Properties properties, String name, List<String> values) {
        for (var i = 0; i < values.size(); i++) {
            properties.setProperty(name + "." + i, values.get(i));
        }
    }
}
