package dev.perfbudget.runner.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.Secondary;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkAssemblyTest {

    private static final BenchmarkKey KEY = new BenchmarkKey("com.acme.JsonBench.parse", "thrpt", Map.of("size", "10"));

    @Test
    void everything_that_fork_and_host_said_is_in_the_record() {
        var fork = new ForkAssembly(times -> new Steadiness(true, 1))
                .assemble(BenchmarkIds.of(KEY), 3, completed(), Map.of("rss", 1e8));

        assertThat(fork.benchmark())
                .isEqualTo(new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.THROUGHPUT, Map.of("size", "10")));
        assertThat(fork.index()).isEqualTo(3);
        assertThat(fork.start()).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(fork.unit()).isEqualTo("ops/us");
        assertThat(fork.steadiness()).isEqualTo(new Steadiness(true, 1));
        assertThat(fork.secondary()).extracting("label").containsExactly("hits");
        assertThat(fork.iterations()).extracting(Iteration::warmup).containsExactly(true, false);
        assertThat(fork.iterations().get(1).duration()).isEqualTo(Duration.ofNanos(500));
        assertThat(fork.iterations().get(1).counters()).containsEntry("allocated", 64L);
        assertThat(fork.iterations().get(1).latencies()).containsExactly(new Iteration.Latency(2.5, 7));
    }

    @Test
    void steadiness_is_looked_for_in_times_even_where_throughput_is_scored() {
        var series = new ArrayList<double[]>();
        var assembly = new ForkAssembly(times -> {
            series.add(times);
            return new Steadiness(false, times.length);
        });

        assembly.assemble(BenchmarkIds.of(KEY), 0, completed(), Map.of("rss", 1e8));

        assertThat(series).singleElement().isEqualTo(new double[] {0.5, 0.25});
    }

    @Test
    void the_class_path_is_not_repeated_in_every_fork() {
        var fork = new ForkAssembly(times -> new Steadiness(true, 0))
                .assemble(BenchmarkIds.of(KEY), 0, completed(), Map.of("rss", 1e8));

        assertThat(fork.jvm()).containsOnly(Map.entry("gc", "G1"), Map.entry("pid", "7"));
    }

    private static ForkOutcome.Completed completed() {
        return new ForkOutcome.Completed(
                new FromFork.ForkReady(7, Map.of("gc", "G1", "java.class.path", "/a:/b")),
                List.of(iteration(true, 1000, 2), iteration(false, 2000, 4)),
                new FromHost.ForkCompleted(
                        "1.1", KEY, 1, "ops/us", List.of(4.0), List.of(new Secondary("hits", 1, "#"))));
    }

    private static FromFork.IterationEnded iteration(boolean warmup, long startMillis, double score) {
        return new FromFork.IterationEnded(
                warmup,
                0,
                startMillis,
                500,
                score,
                "ops/us",
                100,
                List.of(),
                List.of(new FromFork.Latency(2.5, 7)),
                Map.of("allocated", 64L));
    }
}
