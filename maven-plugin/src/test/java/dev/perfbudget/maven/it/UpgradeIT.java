package dev.perfbudget.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of two JSON libraries, where one gets a newer version: both come from a repository, both are measured. */
final class UpgradeIT {

    private static final Path EXAMPLE = Path.of("..", "examples", "json-libraries");

    /** Tells which jar each fork has loaded the library from. */
    private static final String WITNESS =
            """
            package com.example.json;

            import com.google.gson.Gson;
            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import org.openjdk.jmh.annotations.*;

            @State(Scope.Benchmark)
            @BenchmarkMode(Mode.AverageTime)
            public class UpgradeBenchmark {
                private final Gson gson = new Gson();

                @Setup
                public void tell() throws IOException {
                    var jar = Gson.class.getProtectionDomain().getCodeSource().getLocation().getPath();
                    var told = Files.createDirectories(Path.of("target", "loaded"));
                    Files.writeString(told.resolve(ProcessHandle.current().pid() + ".txt"), Path.of(jar).getFileName().toString());
                }

                @Benchmark
                public String write() {
                    return gson.toJson(new int[] {1, 2, 3});
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void each_side_runs_with_its_version_and_a_verdict_is_made() throws IOException {
        LibraryVersionsIT.copy(EXAMPLE, directory);
        Files.writeString(directory.resolve("src/test/java/com/example/json/UpgradeBenchmark.java"), WITNESS);

        var build = Maven.ofThisBuild()
                .run(
                        directory,
                        "verify",
                        "-Dperfbudget.mode=measure",
                        "-Dgson.version=2.13.2",
                        "-Dperfbudget.baseline=gav:com.google.code.gson:gson:2.10.1",
                        "-Dperfbudget.includes=UpgradeBenchmark");

        assertThat(build.output())
                .contains("com.google.code.gson:gson 2.10.1 -> 2.13.2", "1 benchmark beside gav:com.google.code.gson")
                .containsPattern("compared: [1-9]\\d* of \\d+ \\(");
        var run = RunDirectory.at(only(directory.resolve("target/perfbudget/runs")))
                .readRun();
        var paired = run.pairing().orElseThrow().benchmarks().get(0);
        assertThat(paired.lack()).isEmpty();
        var blocks = paired.forks().size();
        assertThat(blocks).isGreaterThanOrEqualTo(5);
        // A block that was disturbed is measured once more.
        assertThat(loaded("gson-2.10.1.jar")).isGreaterThanOrEqualTo(blocks);
        assertThat(loaded("gson-2.13.2.jar")).isGreaterThanOrEqualTo(blocks);
    }

    /** How many forks have loaded the library from that jar. */
    private long loaded(String jar) throws IOException {
        try (var files = Files.list(directory.resolve("target/loaded"))) {
            return files.filter(file -> read(file).equals(jar)).count();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path only(Path runs) throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.findFirst().orElseThrow();
        }
    }
}
