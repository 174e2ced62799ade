package dev.perfbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than the JVM's memory are read as a stream, or refused with a cure: it never runs out of memory. */
class LargeFilesIT {

    private static final String HEAD = "benchmark,params,metric,unit,fork,iteration,value\n";

    @TempDir
    private Path directory;

    private ExecutableJar jar;
    private Path good;
    private Path large;

    @BeforeEach
    void start_with_little_memory() {
        jar = new ExecutableJar(directory, "-Xmx32m", "-XX:+UseSerialGC");
        good = Recorded.around(60, 1).jmh(directory.resolve("good.json"));
        large = directory.resolve("large");
    }

    private interface Content {
        void writeTo(BufferedWriter file) throws IOException;
    }

    private void write(Content content) throws IOException {
        try (var file = Files.newBufferedWriter(large)) {
            content.writeTo(file);
        }
        assertThat(Files.size(large)).isGreaterThan(40_000_000);
    }

    private static void repeat(int times, Content content, BufferedWriter file) throws IOException {
        for (var i = 0; i < times; i++) {
            content.writeTo(file);
        }
    }

    private void assertThatItIsRefused() {
        var called = jar.call("compare", good, large);
        assertThat(called.errors())
                .startsWith("[" + large + "]")
                .contains("-Xmx")
                .doesNotContain("too little memory");
        assertThat(called.output()).isEmpty();
        assertThat(called.code()).isEqualTo(2);
    }

    @Test
    void a_result_of_jmh_whose_bulk_is_not_compared_is_read() throws IOException {
        write(file -> {
            file.write("[{\"ignored\":{");
            for (var i = 0; i < 2_000_000; i++) {
                file.write("\"name" + i + "\":[1],");
            }
            file.write("\"last\":0},\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"secondaryMetrics\":{\"p\":[");
            repeat(5_000_000, each -> each.write("[1],"), file);
            file.write("[1]]},\"primaryMetric\":{\"scoreUnit\":\"us/op\",\"rawData\":[[1,2],[1,2]]}}]");
        });
        var called = jar.call("compare", large, large);
        assertThat(called.errors()).isEmpty();
        assertThat(called.output()).contains("compared: 1 of 1");
    }

    @Test
    void a_result_of_jmh_with_too_many_values_is_refused() throws IOException {
        write(file -> {
            file.write("[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"primaryMetric\":{\"rawData\":[[");
            repeat(20_000_000, each -> each.write("1,"), file);
            file.write("1]],\"scoreUnit\":\"us/op\"}}]");
        });
        assertThatItIsRefused();
    }

    @Test
    void a_result_of_jmh_with_too_many_benchmarks_is_refused() throws IOException {
        write(file -> {
            file.write("[");
            for (var i = 0; i < 500_000; i++) {
                file.write("{\"benchmark\":\"a.B.c" + i + "\",\"mode\":\"avgt\",\"params\":{\"n\":\"1\"},"
                        + "\"primaryMetric\":{\"scoreUnit\":\"us/op\",\"rawData\":[[1],[2]]}},");
            }
            file.write("{}]");
        });
        assertThatItIsRefused();
    }

    @Test
    void csv_with_too_many_values_is_refused() throws IOException {
        write(file -> {
            file.write(HEAD);
            for (var i = 0; i < 2_000_000; i++) {
                file.write("a.B.c,,mean,us,0," + i + ",1.5\n");
            }
        });
        assertThatItIsRefused();
    }

    @Test
    void csv_whose_bulk_is_another_metric_is_read() throws IOException {
        write(file -> {
            file.write(HEAD + "a.B.c,,mean,us,0,0,1\na.B.c,,mean,us,1,0,1.1\n");
            for (var i = 0; i < 2_000_000; i++) {
                file.write("a.B.c,,other,us,0," + i + ",1.5\n");
            }
        });
        var called = jar.call("compare", large, large, "--metric=mean");
        assertThat(called.errors()).isEmpty();
        assertThat(called.code()).isZero();
    }

    @Test
    void csv_that_is_one_endless_line_is_refused() throws IOException {
        write(file -> repeat(50_000_000, each -> each.write('x'), file));
        var called = jar.call("compare", good, large);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("a record of more than [65536] characters");
    }

    @Test
    void a_run_with_a_part_that_is_too_large_is_refused() throws IOException {
        write(file -> {
            file.write("{\"schema\":1,\"module\":\"m\",\"notes\":[");
            repeat(10_000_000, each -> each.write("\"note\","), file);
            file.write("\"last\"]}");
        });
        assertThatItIsRefused();
    }

    @Test
    void a_run_with_too_many_forks_is_refused() throws IOException {
        var fork = Files.readAllLines(Recorded.around(60, 1, 1).lines(directory.resolve("one")))
                .get(0)
                .replace("\"schema\":1,", "");
        write(file -> {
            file.write("{\"schema\":1,\"module\":\"m\",\"benchmarks\":[{\"forks\":[");
            repeat(25_000, each -> each.write(fork + ",\n"), file);
            file.write("]}]}");
        });
        assertThatItIsRefused();
    }

    @Test
    void a_fork_file_with_too_many_forks_or_one_that_is_too_large_is_refused() throws IOException {
        var fork = Files.readAllLines(Recorded.around(60, 1, 1).lines(directory.resolve("one")))
                .get(0);
        write(file -> {
            for (var i = 0; i < 25_000; i++) {
                file.write(fork.replace("\"index\":0,\"start\"", "\"index\":" + i + ",\"start\"") + "\n");
            }
        });
        assertThatItIsRefused();
        write(file -> {
            file.write("{\"schema\":1,\"benchmark\":[");
            repeat(20_000_000, each -> each.write("1,"), file);
            file.write("1]}\n");
        });
        assertThatItIsRefused();
    }

    @Test
    void a_baseline_that_is_too_large_is_refused() throws IOException {
        write(file -> {
            file.write(
                    "{\"schema\":1,\"classes\":[{\"environment\":{},\"sessions\":[{\"start\":\"2026-11-21T10:00:00Z\","
                            + "\"samples\":[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"params\":{},\"metric\":\"mean\","
                            + "\"unit\":\"us/op\",\"forks\":[[");
            repeat(20_000_000, each -> each.write("1,"), file);
            file.write("1]]}]}]}]}");
        });
        assertThatItIsRefused();
    }

    @Test
    void a_text_that_is_too_large_is_refused() throws IOException {
        write(file -> {
            file.write("[{\"benchmark\":\"");
            repeat(50_000_000, each -> each.write('x'), file);
            file.write("\"}]");
        });
        var called = jar.call("compare", good, large);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).startsWith("[" + large + "]").contains("exceeds the maximum");
    }

    @Test
    void as_many_benchmarks_as_fit_are_judged_and_printed_in_every_format() throws IOException {
        var file = new StringBuilder("[");
        for (var i = 0; i < 300; i++) {
            file.append(i == 0 ? "" : ",").append(Recorded.around(60, i).jmhResult("a.B.c" + i, "avgt", "us/op"));
        }
        Recorded.write(large, file.append("]").toString());
        for (var format : new String[] {"text", "json", "markdown"}) {
            var called = jar.call("compare", large, large, "--format=" + format);
            assertThat(called.errors()).as(format).isEmpty();
            assertThat(called.output().length()).as(format).isGreaterThan(50_000);
        }
    }
}
