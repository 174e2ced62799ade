package dev.perfbudget.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.RunMeasurements;
import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.Plan.Purpose;
import dev.perfbudget.protocol.ToRunner;
import dev.perfbudget.runner.fixture.Misbehaving;
import dev.perfbudget.runner.fixture.Sums;
import dev.perfbudget.runner.fixture.Unrepeatable;
import dev.perfbudget.runner.queue.Holder;
import dev.perfbudget.runner.queue.MachineQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
            assertThat(fork.iterations())
                    .filteredOn(iteration -> !iteration.warmup())
                    .hasSize(4);
        });
        var run = directory.readRun();
        assertThat(run.benchmarks()).hasSize(2).allSatisfy(benchmark -> assertThat(benchmark.failures())
                .isEmpty());
        assertThat(run.environment().defining()).containsKeys("cpu.model", "jdk.build", "gc", "jmh.version");
        assertThat(Files.readString(directory.verdictFile())).contains("\"outcome\"");
    }

    @Test
    void what_regressed_beside_the_accepted_sessions_is_measured_afresh_and_fails_if_that_says_the_same()
            throws IOException {
        var benchmarks = TestJvm.benchmarksOf(Sums.class, Map.of());
        run(Purpose.MEASURE, benchmarks, SHORT);
        var first = recorded();
        var names = first.benchmarks().stream().map(BenchmarkRun::id).toList();
        var slowed = session(first, names.get(0), 1e-6);
        CommittedFiles.of(module).write(new AcceptedSessions(List.of(slowed)));

        var heard = run(Purpose.MEASURE, benchmarks, SHORT);

        assertThat(heard)
                .filteredOn(FromRunner.Decided.class::isInstance)
                .extracting(said -> ((FromRunner.Decided) said).decision())
                .containsExactly(Decision.FAILED, Decision.PASSED);
        var again = RunDirectory.of(module.resolve("target/perfbudget"), "test-run-2")
                .readRun();
        assertThat(again.benchmarks())
                .extracting(BenchmarkRun::confirmationForks)
                .containsExactly(2, 0);
        assertThat(again.benchmarks().get(0).confirmingForks()).hasSize(2);
        assertThat(again.notes()).anySatisfy(note -> assertThat(note)
                .startsWith("Regressed by its first forks, so measured with as many fresh ones: Sums."));
        assertThat(again.gone()).isEmpty();
    }

    @Test
    void a_benchmark_of_the_baseline_that_no_class_has_is_gone_and_one_that_was_not_asked_for_is_not()
            throws IOException {
        var benchmarks = TestJvm.benchmarksOf(Sums.class, Map.of());
        run(Purpose.MEASURE, benchmarks, SHORT);
        var accepted = session(recorded(), recorded().benchmarks().get(0).id(), 1);
        var samples = new ArrayList<>(accepted.samples());
        var any = samples.get(0);
        for (var name : List.of(Sums.class.getName() + ".renamed", Misbehaving.class.getName() + ".throwing")) {
            var id = new SampleId(name, Map.of(), "mean");
            samples.add(new Sample(id, any.mode(), any.unit(), any.workload(), any.sessions()));
        }
        CommittedFiles.of(module).write(new AcceptedSessions(List.of(accepted.withSamples(samples))));

        run(Purpose.MEASURE, benchmarks, SHORT);

        var again = RunDirectory.of(module.resolve("target/perfbudget"), "test-run-2")
                .readRun();
        assertThat(again.gone()).extracting(BenchmarkId::name).containsExactly(Sums.class.getName() + ".renamed");
    }

    @Test
    void a_baseline_that_cannot_be_read_is_told_before_anything_is_measured() throws IOException {
        Files.createDirectories(module.resolve("perfbudget"));
        Files.writeString(module.resolve("perfbudget/baseline.json"), "{ \"schema\": 1, \"cl");

        var heard = run(Purpose.MEASURE, TestJvm.benchmarksOf(Sums.class, Map.of()), SHORT);

        assertThat(heard).singleElement().isInstanceOfSatisfying(FromRunner.Refused.class, refused -> assertThat(
                        refused.message())
                .startsWith("Nothing was measured, for it could not be judged: ")
                .contains("baseline.json"));
    }

    @Test
    void a_disk_that_gets_full_ends_the_run_with_a_message_and_keeps_what_was_finished() throws IOException {
        var settings = Map.of("forks", "2", "warmupIterations", "0", "iterations", "500", "iterationTime", "1 ms");
        var benchmarks = TestJvm.benchmarksOf(Sums.class, Map.of()).subList(0, 1);
        try (var jvm = TestJvm.startWithLargestFile(250, module)) {
            jvm.send(TestJvm.plan(module, Purpose.MEASURE, benchmarks, settings));

            var heard = jvm.listen();

            assertThat(heard.get(heard.size() - 1))
                    .isInstanceOfSatisfying(FromRunner.Refused.class, refused -> assertThat(refused.message())
                            .contains("The run ended early; finished forks are below [")
                            .contains("File too large"));
        }
        var directory = RunDirectory.of(module.resolve("target/perfbudget"), "test-run");
        assertThat(directory.readForks()).hasSize(1);
        assertThat(directory.runFile()).doesNotExist();
    }

    /** What a run measured as an accepted session, but for the times of one benchmark. */
    private static AcceptedSession session(Run run, BenchmarkId changed, double factor) {
        return new AcceptedSession(
                run.environment().defining(),
                run.start(),
                Optional.empty(),
                RunMeasurements.of(run, "baseline").samples().stream()
                        .filter(sample -> sample.id().metric().equals("mean"))
                        .map(sample -> sample.key().isOf(changed) ? times(sample, factor) : times(sample, 10))
                        .toList());
    }

    private static Sample times(Sample sample, double factor) {
        var sessions = sample.sessions().stream()
                .map(session -> new Session(session.forks().stream()
                        .map(fork -> new ForkSample(
                                fork.values().stream()
                                        .map(value -> value * factor)
                                        .toList(),
                                fork.steady()))
                        .toList()))
                .toList();
        return new Sample(sample.id(), sample.mode(), sample.unit(), sample.workload(), sessions);
    }

    @Test
    void a_benchmark_that_throws_ends_its_forks_and_leaves_the_others_alone() throws IOException {
        var benchmarks = new ArrayList<>(TestJvm.benchmarkOf(Misbehaving.class, "throwing"));
        benchmarks.addAll(TestJvm.benchmarksOf(Sums.class, Map.of()));

        run(Purpose.MEASURE, benchmarks, SHORT);

        var measured = recorded().benchmarks();
        assertThat(measured.get(0).forks()).isEmpty();
        assertThat(measured.get(0).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(ForkFailure.Kind.THREW);
            assertThat(failure.message()).contains("no more coffee");
        });
        assertThat(measured.get(1).forks()).hasSize(2);
        assertThat(measured.get(2).forks()).hasSize(2);
    }

    @Test
    void a_benchmark_that_exits_or_kills_its_jvm_is_said_to_have_died() throws IOException {
        var benchmarks = new ArrayList<>(TestJvm.benchmarkOf(Misbehaving.class, "exiting"));
        benchmarks.addAll(TestJvm.benchmarkOf(Misbehaving.class, "halting"));

        run(Purpose.MEASURE, benchmarks, SHORT);

        assertThat(recorded().benchmarks()).hasSize(2).allSatisfy(benchmark -> assertThat(benchmark.failures())
                .extracting(ForkFailure::kind)
                .containsExactly(ForkFailure.Kind.DIED));
    }

    @Test
    void a_benchmark_that_hangs_is_killed_and_named_with_what_it_was_doing() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("timeout", "3 s");

        run(Purpose.MEASURE, TestJvm.benchmarkOf(Misbehaving.class, "hanging"), settings);

        assertThat(recorded().benchmarks().get(0).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(ForkFailure.Kind.HUNG);
            assertThat(failure.message())
                    .contains("in warmup iteration 1", "Misbehaving.hanging", "perfbudget.timeout");
        });
    }

    @Test
    void smoke_calls_each_benchmark_and_writes_no_run() throws IOException {
        var benchmarks = new ArrayList<>(TestJvm.benchmarksOf(Sums.class, Map.of()));
        benchmarks.addAll(TestJvm.benchmarkOf(Misbehaving.class, "throwing"));

        var heard = run(Purpose.SMOKE, benchmarks, Map.of());

        assertThat(heard)
                .filteredOn(FromRunner.Decided.class::isInstance)
                .extracting(said -> ((FromRunner.Decided) said).decision())
                .containsExactly(Decision.PASSED, Decision.PASSED, Decision.FAILED);
        assertThat(heard)
                .filteredOn(FromRunner.Decided.class::isInstance)
                .extracting(said -> ((FromRunner.Decided) said).message())
                .contains("called once, not measured");
        assertThat(module.resolve("target/perfbudget/runs")).doesNotExist();
    }

    @Test
    void smoke_calls_a_benchmark_once_and_no_more() throws IOException {
        var heard = run(Purpose.SMOKE, TestJvm.benchmarksOf(Unrepeatable.class, Map.of()), Map.of());

        assertThat(decisions(heard)).containsExactly(Decision.PASSED);
    }

    @Test
    void wrong_settings_and_budgets_are_refused_together_before_anything_is_measured() throws IOException {
        var benchmarks = TestJvm.benchmarksOf(Sums.class, Map.of("mean", "12 parsecs"));

        var heard = run(Purpose.MEASURE, benchmarks, Map.of("forks", "many"));

        assertThat(heard).singleElement().isInstanceOfSatisfying(FromRunner.Refused.class, refused -> assertThat(
                        refused.message())
                .contains("12 parsecs", "[many]", "-Dperfbudget.forks"));
    }

    @Test
    void an_unwritable_target_is_refused_before_anything_is_measured() throws IOException {
        Files.createDirectories(module.resolve("target"));
        Files.writeString(module.resolve("target/perfbudget"), "a file where a directory should be");

        var heard = run(Purpose.MEASURE, TestJvm.benchmarksOf(Sums.class, Map.of()), SHORT);

        assertThat(heard).singleElement().isInstanceOfSatisfying(FromRunner.Refused.class, refused -> assertThat(
                        refused.message())
                .contains("target/perfbudget", "-Dperfbudget.output"));
    }

    @Test
    void a_cancelled_plan_keeps_what_is_finished_and_skips_the_rest() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("forks", "20");
        try (var jvm = TestJvm.start(module)) {
            jvm.send(TestJvm.plan(module, Purpose.MEASURE, TestJvm.benchmarksOf(Sums.class, Map.of()), settings));
            while (!(jvm.next() instanceof FromRunner.Progress)) {}
            jvm.send(new ToRunner.Cancel("enough"));

            var heard = jvm.listen();

            assertThat(heard.get(heard.size() - 1)).isInstanceOf(FromRunner.Finished.class);
            assertThat(decisions(heard)).containsExactly(Decision.SKIPPED, Decision.SKIPPED);
        }
        assertThat(recorded().benchmarks().get(0).forks()).isNotEmpty();
    }

    @Test
    void what_a_cancelled_plan_has_found_broken_is_not_skipped() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("forks", "20");
        var benchmarks = TestJvm.benchmarksOf(Sums.class, Map.of("mean", "1e-12 ns"));
        try (var jvm = TestJvm.start(module)) {
            jvm.send(TestJvm.plan(module, Purpose.MEASURE, benchmarks, settings));
            for (var fork = 0; fork < 4; fork++) {
                while (!(jvm.next() instanceof FromRunner.Progress)) {}
            }
            jvm.send(new ToRunner.Cancel("enough"));

            assertThat(decisions(jvm.listen())).containsExactly(Decision.FAILED, Decision.FAILED);
        }
    }

    private static List<Decision> decisions(List<FromRunner> heard) {
        return heard.stream()
                .filter(FromRunner.Decided.class::isInstance)
                .map(said -> ((FromRunner.Decided) said).decision())
                .toList();
    }

    @Test
    void the_death_of_the_runner_leaves_no_process_and_no_lock_behind() throws Exception {
        var settings = new HashMap<>(SHORT);
        settings.put("iterationTime", "5 s");
        try (var jvm = TestJvm.start(module)) {
            jvm.send(TestJvm.plan(module, Purpose.MEASURE, TestJvm.benchmarksOf(Sums.class, Map.of()), settings));
            while (!(jvm.next() instanceof FromRunner.Started)) {}
            var children = childrenOnceThereAre(jvm.runner(), 2);

            jvm.runner().destroyForcibly();

            for (var child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        }
        var queue = new MachineQueue(List.of(module), ZoneId.of("UTC"));
        var self = new Holder(1, Instant.EPOCH, "next");
        try (var turn = queue.await(() -> self, line -> {}, () -> true).orElseThrow()) {
            assertThat(turn.notes()).isEmpty();
        }
    }

    @Test
    void a_host_that_is_killed_takes_its_fork_with_it_and_is_replaced_for_what_is_left() throws Exception {
        var settings = new HashMap<>(SHORT);
        settings.put("iterationTime", "300 ms");
        try (var jvm = TestJvm.start(module)) {
            jvm.send(TestJvm.plan(module, Purpose.MEASURE, TestJvm.benchmarksOf(Sums.class, Map.of()), settings));
            while (!(jvm.next() instanceof FromRunner.Started)) {}
            var children = childrenOnceThereAre(jvm.runner(), 2);

            jvm.runner().children().forEach(ProcessHandle::destroyForcibly);

            jvm.listen();
            for (var child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
        }
        var measured = recorded().benchmarks();
        assertThat(measured.get(0).failures()).extracting(ForkFailure::kind).containsExactly(ForkFailure.Kind.DIED);
        assertThat(measured.get(1).forks()).hasSize(2);
    }

    /** The host, and its fork. */
    private static List<ProcessHandle> childrenOnceThereAre(Process process, int count) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            var children = process.descendants().toList();
            if (children.size() >= count) {
                return children;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("There never were [" + count + "] processes");
    }

    private Run recorded() throws IOException {
        return RunDirectory.of(module.resolve("target/perfbudget"), "test-run").readRun();
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
