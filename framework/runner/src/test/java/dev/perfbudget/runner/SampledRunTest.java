package dev.perfbudget.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.Plan.Purpose;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.runner.fixture.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real runner process samples real forks. */
class SampledRunTest {

    private static final double MEGABYTE = 1024 * 1024;

    @TempDir
    private Path module;

    private RunDirectory directory;

    @BeforeEach
    void name_the_run() {
        directory = RunDirectory.of(module.resolve("target/perfbudget"), "test-run");
    }

    @Test
    void what_forks_use_is_recorded_judged_and_sampled_in_between() throws IOException {
        var budget = Map.of("rss", "64 GB; >= 10 MB", "metrics", "threads <= 1000");

        var heard = run(TestJvm.benchmarksOf(Sums.class, budget), "200 ms");

        assertThat(heard).extracting(FromRunner.Decided::decision).containsExactly(Decision.PASSED, Decision.PASSED);
        assertThat(directory.readForks()).hasSize(4).allSatisfy(fork -> {
            assertThat(fork.jvm().get("pid")).matches("[0-9]+");
            assertThat(fork.resources().get("rss")).isGreaterThan(10 * MEGABYTE);
            assertThat(fork.resources().get("virtual"))
                    .isGreaterThan(fork.resources().get("rss"));
            assertThat(fork.resources().get("threads")).isGreaterThan(5);
            assertThat(fork.resources()).containsKeys("observed", "system.cpu", "system.foreign");
            assertThat(fork.resources().get("cpu.utilisation"))
                    .isBetween(0.0, 1.0 + Runtime.getRuntime().availableProcessors());
        });
        assertThat(Files.readAllLines(directory.resourceFile())).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("system.available"));
        assertThat(directory.readRun().environment().descriptive())
                .containsEntry("sampling", "every 200 ms")
                .containsKey("sampling.cost")
                .doesNotContainKey("sampling.failures");
    }

    @Test
    void sampling_that_is_switched_off_reads_nothing_and_fails_what_needs_it() throws IOException {
        var heard = run(TestJvm.benchmarksOf(Sums.class, Map.of("rss", "64 GB")), "off");

        assertThat(heard).extracting(FromRunner.Decided::decision).containsExactly(Decision.FAILED, Decision.FAILED);
        assertThat(heard).extracting(FromRunner.Decided::message).allSatisfy(message -> assertThat(message)
                .contains("rss was not measured", "perfbudget.sampling"));
        assertThat(directory.resourceFile()).doesNotExist();
        assertThat(directory.readRun().environment().descriptive()).containsEntry("sampling", "off");
    }

    @Test
    void a_missing_native_library_ends_nothing_and_is_named_where_it_matters() throws IOException {
        var heard = run(
                TestJvm.benchmarksOf(Sums.class, Map.of("mean", "1 s", "rss", "64 GB")),
                "1 s",
                "-Djna.nounpack=true",
                "-Djna.nosys=true");

        assertThat(directory.readForks()).hasSize(4).allSatisfy(fork -> assertThat(fork.resources())
                .isEmpty());
        assertThat(heard).extracting(FromRunner.Decided::message).allSatisfy(message -> assertThat(message)
                .contains("mean is ")
                .containsPattern("rss was not measured [(]it could not be read; what failed: .*UnsatisfiedLinkError"));
        var run = directory.readRun();
        assertThat(run.notes())
                .filteredOn(note -> note.startsWith("Resources were not read"))
                .hasSize(1);
        assertThat(run.environment().descriptive()).containsKey("sampling.failures");
    }

    private List<FromRunner.Decided> run(List<PlannedBenchmark> benchmarks, String sampling, String... runnerArguments)
            throws IOException {
        var settings = new HashMap<>(
                Map.of("forks", "2", "warmupIterations", "3", "iterations", "4", "iterationTime", "10 ms"));
        settings.put("sampling", sampling);
        try (var jvm = TestJvm.startWithArguments(List.of(runnerArguments), module)) {
            jvm.send(TestJvm.plan(module, Purpose.MEASURE, benchmarks, settings));
            return jvm.listen().stream()
                    .filter(FromRunner.Decided.class::isInstance)
                    .map(FromRunner.Decided.class::cast)
                    .toList();
        }
    }
}
