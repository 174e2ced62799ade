package dev.perfbudget.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Plan.Purpose;
import dev.perfbudget.runner.fixture.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real runner process, a real host, real forks. */
class EndToEndTest {

    private static final Map<String, String> SHORT =
            Map.of("forks", "2", "warmupIterations", "3", "iterations", "4", "iterationTime", "10 ms");

    @TempDir
    private Path module;

    @Test
    void a_plan_is_measured_recorded_and_decided() throws IOException {
        var benchmarks = TestJvm.benchmarksOf(Sums.class, Map.of("mean", "1 s"));

        var heard = run(Purpose.MEASURE, benchmarks, SHORT);

        assertThat(heard).filteredOn(FromRunner.Started.class::isInstance).hasSize(2);
        assertThat(heard).filteredOn(FromRunner.Progress.class::isInstance).hasSize(4);
        assertThat(heard)
                .filteredOn(FromRunner.Decided.class::isInstance)
                .extracting(said -> ((FromRunner.Decided) said).benchmark())
                .containsExactly(benchmarks.get(0).key(), benchmarks.get(1).key());
        assertThat(heard.get(heard.size() - 1)).isInstanceOf(FromRunner.Finished.class);
        var directory = RunDirectory.of(module.resolve("target/perfbudget"), "test-run");
        assertThat(directory.readForks()).hasSize(4).allSatisfy(fork -> {
            assertThat(fork.unit()).isEqualTo("us/op");
            assertThat(fork.iterations()).hasSize(7);
        });
        var run = directory.readRun();
        assertThat(run.benchmarks()).hasSize(2).allSatisfy(benchmark -> assertThat(benchmark.failures())
                .isEmpty());
        assertThat(run.environment().defining()).containsKeys("cpu.model", "jdk.build", "gc", "jmh.version");
        assertThat(Files.readString(directory.verdictFile())).contains("\"outcome\"");
    }

    private List<FromRunner> run(
            Purpose purpose, List<dev.perfbudget.protocol.PlannedBenchmark> benchmarks, Map<String, String> settings)
            throws IOException {
        try (var jvm = TestJvm.start(module)) {
            jvm.send(TestJvm.plan(module, purpose, benchmarks, settings));
            return jvm.listen();
        }
    }
}
