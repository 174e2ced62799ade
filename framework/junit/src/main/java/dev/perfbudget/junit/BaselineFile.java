package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.BenchmarkKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The file in which the Maven plugin describes a baseline to measure beside the candidate: properties {@code name}, {@code
 * classPath.0} and so on, {@code difference.0} and {@code conflict.0} and so on, {@code benchmark.0.name} and {@code
 * benchmark.0.mode} and so on; or {@code name} and {@code absence}, why there is nothing to measure beside it.
 */
final class BaselineFile {

    private final Properties properties;

    private BaselineFile(Properties properties) {
        this.properties = properties;
    }

    /** What the module's candidate is compared with, as its settings say. */
    static Against against(OutsideSettings settings) {
        return settings.value("baselineFile").<Against>map(BaselineFile::read).orElseGet(() -> {
            settings.value("baseline").ifPresent(BaselineFile::refuse);
            return new Against.Stored();
        });
    }

    private static void refuse(String baseline) {
        throw new CannotMeasureException("perfbudget.baseline is [" + baseline + "], which only the Maven plugin's goal"
                + " measure can resolve: run mvn verify -Dperfbudget.baseline=" + baseline + ", or leave it out here.");
    }

    private static Against read(String file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CannotMeasureException(
                    "The description of the baseline [" + file + "] cannot be read: " + unreadable);
        }
        return new BaselineFile(properties).against();
    }

    private Against against() {
        var absence = properties.getProperty("absence");
        return absence == null ? artifact() : new Against.Absent(name(), absence);
    }

    private String name() {
        return properties.getProperty("name", "a baseline");
    }

    private Against.Artifact artifact() {
        var differences = new ArrayList<>(list("difference"));
        if (differences.isEmpty()) {
            differences.add(Against.Artifact.IN_NOTHING);
        }
        differences.addAll(list("conflict"));
        return new Against.Artifact(name(), list("classPath"), differences, benchmarks());
    }

    private List<BenchmarkKey> benchmarks() {
        return Stream.iterate(0, i -> properties.containsKey("benchmark." + i + ".name"), i -> i + 1)
                .map(i -> "benchmark." + i)
                .map(prefix -> new BenchmarkKey(
                        properties.getProperty(prefix + ".name", ""),
                        properties.getProperty(prefix + ".mode", ""),
                        Map.of()))
                .toList();
    }

    private List<String> list(String name) {
        var values = new ArrayList<String>();
        for (var value = properties.getProperty(name + ".0");
                value != null;
                value = properties.getProperty(name + "." + values.size())) {
            values.add(value);
        }
        return values;
    }
}
