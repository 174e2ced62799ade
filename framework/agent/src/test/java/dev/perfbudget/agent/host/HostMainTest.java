package dev.perfbudget.agent.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.perfbudget.agent.fixtures.Shapes;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork.ForkReady;
import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromFork.IterationStarted;
import dev.perfbudget.protocol.FromFork.Latency;
import dev.perfbudget.protocol.FromFork.MeasurementEnded;
import dev.perfbudget.protocol.FromHost.ForkCompleted;
import dev.perfbudget.protocol.FromHost.ForkFailed;
import dev.perfbudget.protocol.Secondary;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks of every shape, run by a real host in real forks. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostMainTest {

    /** JMH's time-out where none is annotated. */
    private static final long TEN_MINUTES = 600_000_000_000L;

    private static final Effort SHORT = new Effort.Fixed(2, 50_000_000, 3, 50_000_000, 10_000_000_000L);
    private static final Map<String, String> SIZE = Map.of("size", "20");

    @TempDir
    static Path directory;

    static HostDriver host;

    @BeforeAll
    static void start_a_host() throws Exception {
        host = HostDriver.start(directory);
    }

    @AfterAll
    static void stop_the_host() throws IOException {
        host.close();
    }

    @Test
    void says_who_it_is_and_prints_nothing() throws Exception {
        run("average", "avgt", SHORT);

        assertThat(host.ready.pid()).isEqualTo(host.process().pid());
        assertThat(host.ready.jmhVersion()).isEqualTo("1.37");
        assertThat(directory.resolve("host.out")).isEmptyFile();
    }

    @Test
    void a_fork_says_that_it_is_ready_and_tells_of_every_iteration_and_of_the_last_ones_end() throws Exception {
        var outcome = run("average", "avgt", SHORT);

        assertThat(outcome.messages())
                .extracting(message -> message.getClass().getSimpleName())
                .startsWith(
                        ForkReady.class.getSimpleName(),
                        IterationStarted.class.getSimpleName(),
                        IterationEnded.class.getSimpleName())
                .endsWith(IterationEnded.class.getSimpleName(), MeasurementEnded.class.getSimpleName())
                .hasSize(1 + 2 * 5 + 1);
        assertThat(outcome.iterations())
                .extracting(IterationEnded::warmup)
                .containsExactly(true, true, false, false, false);
        assertThat(outcome.iterations()).extracting(IterationEnded::index).containsExactly(0, 1, 0, 1, 2);
        assertThat(outcome.messages().get(1)).isEqualTo(new IterationStarted(true, 0, 10_050_000_000L));
    }

    @Test
    void average_time_has_jmhs_scores_in_the_annotated_unit() throws Exception {
        var outcome = run("average", "avgt", SHORT);
        var completed = completed(outcome);

        assertThat(completed.forkId()).isEqualTo("fork");
        assertThat(completed.benchmark()).isEqualTo(key("average", "avgt"));
        assertThat(completed.unit()).isEqualTo("ns/op");
        assertThat(outcome.iterations().stream().filter(iteration -> !iteration.warmup()))
                .extracting(IterationEnded::score)
                .isEqualTo(completed.scores());
        assertThat(outcome.iterations()).allSatisfy(iteration -> {
            assertThat(iteration.operations()).isPositive();
            assertThat(iteration.nanos()).isGreaterThanOrEqualTo(50_000_000);
            assertThat(iteration.latencies()).isEmpty();
        });
    }

    @Test
    void allocation_is_that_of_the_benchmark() throws Exception {
        var last = last(run("average", "avgt", new Effort.Fixed(5, 50_000_000, 3, 50_000_000, 10_000_000_000L)));

        // An array of 20 bytes behind a header of 16.
        assertThat(allocatedByOperation(last)).isEqualTo(40, within(1.0));
        assertThat(last.counters()).containsKeys("cpu", "gc.count", "gc.time", "classes.loaded", "jit.time");
    }

    @Test
    void allocation_of_all_workers_counts() throws Exception {
        var last = last(run("twoThreads", "avgt", SHORT));

        assertThat(allocatedByOperation(last)).isEqualTo(16, within(1.0));
    }

    @Test
    void throughput_counts_operations_per_invocation() throws Exception {
        var completed = completed(run("twoModes", "thrpt", SHORT));

        assertThat(completed.benchmark().mode()).isEqualTo("thrpt");
        assertThat(completed.unit()).isEqualTo("ops/ns");
    }

    @Test
    void sample_time_has_a_histogram_for_each_iteration() throws Exception {
        var iteration = last(run("sampled", "sample", SHORT));

        assertThat(iteration.latencies()).extracting(Latency::time).isSorted().doesNotHaveDuplicates();
        assertThat(iteration.latencies()).extracting(Latency::count).allMatch(count -> count > 0);
        var mean = iteration.latencies().stream()
                        .mapToDouble(latency -> latency.time() * latency.count())
                        .sum()
                / iteration.latencies().stream().mapToLong(Latency::count).sum();
        assertThat(iteration.score()).isEqualTo(mean, within(mean * 1e-6));
        assertThat(iteration.secondary()).isEmpty();
    }

    @Test
    void single_shots_are_one_operation_each_and_have_the_bare_timeout() throws Exception {
        var outcome = run("once", "ss", SHORT);

        assertThat(outcome.messages())
                .contains(
                        new IterationStarted(true, 0, 10_000_000_000L),
                        new IterationStarted(false, 2, 10_000_000_000L));
        assertThat(outcome.iterations()).allSatisfy(shot -> {
            assertThat(shot.operations()).isEqualTo(1);
            assertThat(shot.latencies()).containsExactly(new Latency(shot.score(), 1));
        });
    }

    @Test
    void groups_have_the_scores_of_their_methods() throws Exception {
        var outcome = run("pair", "avgt", SHORT);

        assertThat(completed(outcome).secondary()).extracting(Secondary::label).containsExactly("reader", "writer");
        assertThat(last(outcome).secondary()).extracting(Secondary::unit).containsExactly("ns/op", "ns/op");
    }

    @Test
    void auxiliary_counters_are_secondary_scores() throws Exception {
        var outcome = run("counted", "avgt", SHORT);

        assertThat(last(outcome).secondary()).singleElement().satisfies(hits -> {
            assertThat(hits.label()).isEqualTo("hits");
            assertThat(hits.unit()).isEqualTo("#");
            assertThat(hits.score()).isPositive();
        });
        assertThat(completed(outcome).secondary()).extracting(Secondary::label).containsExactly("hits");
    }

    @Test
    void one_combination_of_parameters_and_one_of_all_modes_is_run() throws Exception {
        var benchmark = new BenchmarkKey(
                Shapes.class.getName() + ".everyMode", "sample", Map.of("kind", "LARGE", "letter", "b", "size", "10"));

        var completed = completed(host.run(new RunFork("fork", benchmark, SHORT)));

        assertThat(completed.benchmark()).isEqualTo(benchmark);
    }

    @Test
    void as_annotated_leaves_iterations_and_times_to_jmh() throws Exception {
        var outcome = run("twoModes", "avgt", new Effort.AsAnnotated(1));

        assertThat(outcome.iterations()).extracting(IterationEnded::warmup).containsExactly(true, false, false);
        assertThat(outcome.messages().get(1)).isEqualTo(new IterationStarted(true, 0, TEN_MINUTES));
    }

    @Test
    void as_annotated_with_the_time_for_turns_of_others() throws Exception {
        var outcome = run("twoModes", "avgt", new Effort.AsAnnotated(3));

        assertThat(outcome.iterations()).extracting(IterationEnded::warmup).containsExactly(true, false, false);
        assertThat(outcome.messages().get(1)).isEqualTo(new IterationStarted(true, 0, 3 * TEN_MINUTES));
    }

    @Test
    void a_benchmark_that_is_not_listed_is_refused_by_name() throws Exception {
        var failed = (ForkFailed) run("renamedSince", "avgt", SHORT).answer();

        assertThat(failed.kind()).isEqualTo(ForkFailed.Kind.NOT_STARTED);
        assertThat(failed.message()).contains("renamedSince", "mvn clean");
    }

    @Test
    void lists_that_contradict_each_other_are_refused_with_the_cure() throws Exception {
        var old = Files.createDirectories(directory.resolve("old").resolve("META-INF"));
        var installed = Files.readString(Path.of(HostDriver.ownClassPath().get(0), "META-INF/BenchmarkList"));
        Files.writeString(
                old.resolve("BenchmarkList"),
                installed
                        .lines()
                        .filter(line -> line.contains("Shapes_average_jmhTest"))
                        .map(line -> line.replace("S 11 AverageTime E ", "S 10 Throughput I 1 7 "))
                        .collect(Collectors.joining("\n")));
        var classPath = new ArrayList<>(HostDriver.ownClassPath());
        classPath.add(directory.resolve("old").toString());

        try (var other = HostDriver.start(classPath, directory.resolve("old"))) {
            var failed = (ForkFailed) other.run(new RunFork("fork", key("average", "avgt"), SHORT))
                    .answer();

            assertThat(failed.kind()).isEqualTo(ForkFailed.Kind.NOT_STARTED);
            assertThat(failed.message()).contains("contradict each other", "mvn clean");
        }
    }

    @Test
    void works_from_paths_with_blanks_and_umlauts() throws Exception {
        var strange = Files.createDirectories(directory.resolve("mit Leerzeichen und ÄÖÜ"));
        var classPath = Relocated.classPath(strange);

        try (var other = HostDriver.start(classPath, strange)) {
            var outcome = other.run(new RunFork("fork", key("average", "avgt"), SHORT));

            assertThat(completed(outcome).scores()).hasSize(3);
            assertThat(outcome.fork().facts().get("java.class.path")).startsWith(classPath.get(0));
        }
    }

    @Test
    void works_with_a_class_path_of_100_kilobytes() throws Exception {
        var classPath = Relocated.padded(HostDriver.ownClassPath(), 100 * 1024);

        try (var other = HostDriver.start(classPath, Files.createDirectory(directory.resolve("long")))) {
            var outcome = other.run(new RunFork("fork", key("average", "avgt"), SHORT));

            assertThat(completed(outcome).scores()).hasSize(3);
            assertThat(outcome.fork().facts().get("java.class.path")).hasSizeGreaterThanOrEqualTo(100 * 1024);
        }
    }

    @Test
    void works_with_a_class_path_that_no_command_line_takes() throws Exception {
        var classPath = Relocated.padded(HostDriver.ownClassPath(), 300 * 1024);

        try (var other = HostDriver.start(classPath, Files.createDirectory(directory.resolve("longer")))) {
            var outcome = other.run(new RunFork("fork", key("average", "avgt"), SHORT));

            assertThat(completed(outcome).scores()).hasSize(3);
        }
    }

    private static HostDriver.Outcome run(String method, String mode, Effort effort) throws Exception {
        return host.run(new RunFork("fork", key(method, mode), effort));
    }

    private static BenchmarkKey key(String method, String mode) {
        return new BenchmarkKey(Shapes.class.getName() + "." + method, mode, SIZE);
    }

    private static ForkCompleted completed(HostDriver.Outcome outcome) {
        assertThat(outcome.answer()).isInstanceOf(ForkCompleted.class);
        return (ForkCompleted) outcome.answer();
    }

    private static double allocatedByOperation(IterationEnded iteration) {
        return (double) iteration.counters().getOrDefault("allocated", -1L) / iteration.operations();
    }

    private static IterationEnded last(HostDriver.Outcome outcome) {
        completed(outcome);
        return outcome.iterations().get(outcome.iterations().size() - 1);
    }
}
