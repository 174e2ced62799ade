package dev.perfbudget.runner.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.runner.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadFingerprintTest {

    private static final String BENCH =
            """
            package com.acme;
            import org.openjdk.jmh.annotations.*;
            @State(Scope.Benchmark)
            @Warmup(iterations = 3)
            public class Bench {
              @Param("1") public int size;
              @Benchmark
              @BenchmarkMode(Mode.AverageTime)
              public int work() {
                int result = size;
                return result * 3;
              }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void the_same_source_gives_the_same_fingerprint() throws IOException {
        assertThat(fingerprint(BENCH)).matches("Bench:[0-9a-f]{12}").isEqualTo(fingerprint(BENCH));
    }

    @Test
    void comments_and_moved_lines_do_not_count() throws IOException {
        assertThat(fingerprint(BENCH.replace("{", "{\n\n  // a comment\n"))).isEqualTo(fingerprint(BENCH));
    }

    @Test
    void names_of_local_variables_and_debug_information_do_not_count() throws IOException {
        assertThat(fingerprint(BENCH.replace("result", "outcome"), "-g")).isEqualTo(fingerprint(BENCH, "-g:none"));
    }

    @Test
    void how_long_jmh_is_to_measure_does_not_count() throws IOException {
        assertThat(fingerprint(BENCH.replace("iterations = 3", "iterations = 7")))
                .isEqualTo(fingerprint(BENCH));
        assertThat(fingerprint(BENCH.replace("AverageTime", "SampleTime"))).isEqualTo(fingerprint(BENCH));
    }

    @Test
    void the_jvm_that_a_benchmark_asks_for_counts_and_the_number_of_its_forks_does_not() throws IOException {
        assertThat(fingerprint(BENCH.replace("@Benchmark\n", "@Fork(3) @Benchmark\n")))
                .isEqualTo(fingerprint(BENCH));
        var small = fingerprint(BENCH.replace("@Benchmark\n", "@Fork(value = 3, jvmArgs = \"-Xmx1g\") @Benchmark\n"));
        assertThat(small).isNotEqualTo(fingerprint(BENCH));
        assertThat(fingerprint(BENCH.replace("@Benchmark\n", "@Fork(value = 2, jvmArgs = \"-Xmx1g\") @Benchmark\n")))
                .isEqualTo(small);
        assertThat(fingerprint(BENCH.replace("@Benchmark\n", "@Fork(jvmArgs = \"-Xmx2g\") @Benchmark\n")))
                .isNotEqualTo(small);
        assertThat(fingerprint(BENCH.replace("@Warmup", "@Fork(jvm = \"java\")\n@Warmup")))
                .isNotEqualTo(fingerprint(BENCH));
    }

    @Test
    void another_body_counts() throws IOException {
        assertThat(fingerprint(BENCH.replace("* 3", "* 4"))).isNotEqualTo(fingerprint(BENCH));
    }

    @Test
    void other_parameters_count() throws IOException {
        assertThat(fingerprint(BENCH.replace("@Param(\"1\")", "@Param(\"2\")"))).isNotEqualTo(fingerprint(BENCH));
    }

    @Test
    void the_order_of_classes_does_not_count_but_a_missing_one_does() throws IOException {
        fingerprint(BENCH);
        try (var files = new ClassFiles(List.of(directory.toString()))) {
            var fingerprint = new WorkloadFingerprint(files);

            assertThat(fingerprint.of(List.of("com.acme.Bench", "com.acme.Gone")))
                    .isEqualTo(fingerprint.of(List.of("com.acme.Gone", "com.acme.Bench")))
                    .isNotEqualTo(fingerprint.of(List.of("com.acme.Bench")));
        }
    }

    @Test
    void a_class_file_of_a_kind_not_known_yet_counts_as_it_is() {
        assertThat(Normalised.bytes(new byte[] {1, 2, 3, 4, 0, 0, 1, 0, 0, 0}))
                .isEqualTo(new byte[] {1, 2, 3, 4, 0, 0, 1, 0, 0, 0});
    }

    private String fingerprint(String source, String... options) throws IOException {
        Files.createDirectories(directory);
        new Sources(directory).compile("com.acme.Bench", source, options);
        try (var files = new ClassFiles(List.of(directory.toString()))) {
            return new WorkloadFingerprint(files).of(List.of("com.acme.Bench"));
        }
    }
}
