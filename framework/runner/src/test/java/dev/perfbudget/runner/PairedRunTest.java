package dev.perfbudget.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.Declaration;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.protocol.ToRunner;
import dev.perfbudget.runner.fixture.Hungry;
import dev.perfbudget.runner.fixture.Sided;
import dev.perfbudget.runner.fixture.Sums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real runner process that measures two class paths beside each other: real hosts, real forks that take turns. */
class PairedRunTest {

    private static final Map<String, String> SHORT =
            Map.of("warmupIterations", "4", "iterations", "6", "iterationTime", "20 ms", "seed", "7");

    @TempDir
    private Path module;

    @Test
    void both_sides_are_measured_in_blocks_of_forks_that_run_one_iteration_at_a_time() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("slowdown", "100%");

        var heard = run("plain", "plain", settings);

        assertThat(decided(heard)).isEqualTo(Decision.PASSED);
        var run = directory().readRun();
        assertThat(run.pairing().orElseThrow().baseline()).isEqualTo("dir:old");
        assertThat(run.pairing().orElseThrow().seed()).isEqualTo(7);
        assertThat(candidate(run).forks()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(baseline(run).forks()).hasSameSizeAs(candidate(run).forks());
        assertThat(directory().baseline().readForks()).isEqualTo(baseline(run).forks());
        assertThat(candidate(run).failures()).isEmpty();
        runOneIterationAtATime(run);
    }

    private static void runOneIterationAtATime(Run run) {
        for (var block = 0; block < candidate(run).forks().size(); block++) {
            runOneIterationAtATime(
                    candidate(run).forks().get(block), baseline(run).forks().get(block));
        }
    }

    private static void runOneIterationAtATime(Fork candidate, Fork baseline) {
        var turns = turns(candidate, baseline);
        for (var i = 1; i < turns.size(); i++) {
            // Starts are in whole milliseconds.
            assertThat(turns.get(i).start())
                    .isAfterOrEqualTo(turns.get(i - 1).end().minusMillis(2));
        }
        assertThat(changesOfSide(turns)).isGreaterThanOrEqualTo(turns.size() / 2 - 1);
    }

    @Test
    void what_is_twice_as_slow_fails_by_fresh_blocks() throws IOException {
        var heard = run("plain", "slow", SHORT);

        assertThat(decided(heard)).isEqualTo(Decision.FAILED);
        assertThat(message(heard)).contains("regressed");
        var run = directory().readRun();
        assertThat(candidate(run).confirmationForks()).isGreaterThanOrEqualTo(5);
        assertThat(candidate(run).forks()).hasSize(candidate(run).plannedForks());
        assertThat(run.notes()).anyMatch(note -> note.startsWith("Looks regressed"));
    }

    @Test
    void a_longer_run_has_a_control_of_forks_that_take_turns_as_well() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("slowdown", "100%");
        var sums = TestJvm.benchmarksOf(Sums.class, Map.of()).get(0);
        var six = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> withSize(sums, 100 * number))
                .toList();

        try (var testJvm = TestJvm.start(module)) {
            testJvm.send(plan(six, "plain", "plain", settings));
            // The first block of the control comes after the tenth of the others.
            var kept = 0;
            while (kept < 11) {
                kept += isOfKeptBlock(testJvm.next()) ? 1 : 0;
            }
            testJvm.send(new ToRunner.Cancel("enough"));
            testJvm.listen();
        }

        var run = directory().readRun();
        var blocks = run.pairing().orElseThrow().control().orElseThrow().blocks();
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> runOneIterationAtATime(block.candidate(), block.baseline()));
        assertThat(directory().control().readForks()).hasSameSizeAs(blocks);
    }

    private static PlannedBenchmark withSize(PlannedBenchmark sums, int size) {
        return new PlannedBenchmark(
                new BenchmarkKey(sums.key().name(), sums.key().mode(), Map.of("size", Integer.toString(size))),
                sums.className(),
                sums.methods(),
                sums.workloadClasses(),
                sums.listed(),
                sums.annotatedForks(),
                sums.annotatedWarmupForks(),
                sums.threads(),
                sums.budgets());
    }

    @Test
    void a_benchmark_that_does_not_link_on_the_baselines_side_has_no_baseline_and_is_measured_alone()
            throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("mean", "1 s");

        var heard = run("unlinked", "plain", settings);

        assertThat(decided(heard)).isEqualTo(Decision.PASSED);
        assertThat(message(heard)).contains("limits 1 held");
        var run = directory().readRun();
        assertThat(baseline(run).lack().orElseThrow())
                .isEqualTo("does not link: java.lang.NoSuchMethodError: 'int com.acme.Json.parse(java.lang.String)'");
        assertThat(candidate(run).forks()).hasSize(5);
    }

    @Test
    void limits_that_stay_undecided_get_more_blocks_under_the_policy_that_extends() throws IOException {
        run("varies", "varies", undecidable());

        var run = directory().readRun();
        assertThat(candidate(run).forks())
                .hasSizeGreaterThanOrEqualTo(12)
                .hasSameSizeAs(baseline(run).forks());
        assertThat(run.notes()).anyMatch(note -> note.startsWith("Limits undecided after these blocks"));
    }

    @Test
    void limits_of_what_the_baseline_lacks_get_as_many_forks_again() throws IOException {
        run("unlinked", "varies", undecidable());

        var run = directory().readRun();
        assertThat(candidate(run).forks()).hasSize(10);
        assertThat(run.notes()).anyMatch(note -> note.startsWith("Undecided after the planned forks"));
    }

    /** Of forks that sleep for 1 or 6 ms. */
    private static Map<String, String> undecidable() {
        var settings = new HashMap<>(SHORT);
        settings.put("mean", "2.5 ms");
        settings.put("policy", "extend");
        settings.put("slowdown", "500%");
        return settings;
    }

    @Test
    void a_baseline_that_was_named_and_cannot_be_compared_with_is_not_green() throws IOException {
        var heard = run("throws", "plain", SHORT);

        assertThat(Files.readString(directory().verdictFile())).contains("\"outcome\" : \"INVALID\"");
        assertThat(baseline(directory().readRun()).lack().orElseThrow()).contains("no more coffee");
        assertThat(heard).last().isInstanceOf(FromRunner.Finished.class);
    }

    @Test
    void a_candidate_that_throws_fails_and_leaves_no_fork() throws IOException {
        var heard = run("plain", "throws", SHORT);

        assertThat(decided(heard)).isEqualTo(Decision.FAILED);
        assertThat(message(heard)).contains("no more coffee");
        assertThat(candidate(directory().readRun()).failures())
                .extracting(ForkFailure::kind)
                .containsExactly(ForkFailure.Kind.THREW);
    }

    @Test
    void a_candidate_whose_fork_ends_by_itself_fails() throws IOException {
        var heard = run("plain", "halts", SHORT);

        assertThat(decided(heard)).isEqualTo(Decision.FAILED);
        assertThat(candidate(directory().readRun()).failures())
                .extracting(ForkFailure::kind)
                .containsExactly(ForkFailure.Kind.DIED);
    }

    @Test
    void a_candidate_that_hangs_is_ended_and_fails() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("timeout", "300 ms");

        var heard = run("plain", "hangs", settings);

        assertThat(decided(heard)).isEqualTo(Decision.FAILED);
        assertThat(candidate(directory().readRun()).failures())
                .extracting(ForkFailure::kind)
                .containsExactly(ForkFailure.Kind.HUNG);
    }

    @Test
    void so_does_a_run_whose_baseline_ends_by_itself_for_nobody_knows_what_was_not_measured() throws IOException {
        var heard = run("halts", "plain", SHORT);

        assertThat(decided(heard)).isEqualTo(Decision.FAILED);
        assertThat(candidate(directory().readRun()).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(ForkFailure.Kind.DIED);
            assertThat(failure.message()).startsWith("On the baseline's side, twice: ");
        });
    }

    @Test
    void so_does_one_whose_baseline_hangs() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("timeout", "300 ms");

        var heard = run("hangs", "plain", settings);

        assertThat(decided(heard)).isEqualTo(Decision.FAILED);
        assertThat(candidate(directory().readRun()).failures())
                .extracting(ForkFailure::kind)
                .containsExactly(ForkFailure.Kind.HUNG);
    }

    @Test
    void a_first_block_whose_operations_take_long_is_begun_anew_with_fewer_iterations() throws IOException {
        var settings = Map.of("warmupIterations", "2", "seed", "7", "time", "30 s");

        var heard = run("lasts", "lasts", settings);

        assertThat(heard)
                .filteredOn(FromRunner.Progress.class::isInstance)
                .extracting(said -> ((FromRunner.Progress) said).line())
                .anyMatch(line -> line.contains("block  1 of  5  begins anew with fewer iterations, which last 2"));
        var run = directory().readRun();
        assertThat(candidate(run).forks()).isNotEmpty().allSatisfy(fork -> assertThat(fork.iterations())
                .hasSize(2 + 12));
        runOneIterationAtATime(run);
    }

    @Test
    void cancelling_keeps_finished_blocks_and_leaves_no_process() throws IOException {
        try (var testJvm = TestJvm.start(module)) {
            testJvm.send(plan("plain", "plain", Map.of("iterationTime", "20 ms")));
            var said = testJvm.next();
            while (!isOfKeptBlock(said)) {
                said = testJvm.next();
            }
            testJvm.send(new ToRunner.Cancel("enough"));
            testJvm.listen();

            assertThat(testJvm.runner().descendants().filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(directory().readForks()).isNotEmpty();
            assertThat(directory().baseline().readForks())
                    .hasSameSizeAs(directory().readForks());
        }
    }

    @Test
    void two_at_once_measure_one_after_the_other_and_both_end_well() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("slowdown", "100%");
        var first = plan("plain", "plain", settings);
        var second = inModule(Files.createDirectory(module.resolve("other")), first);

        try (var one = TestJvm.start(module);
                var other = TestJvm.start(module)) {
            one.send(first);
            var said = one.next();
            while (!(said instanceof FromRunner.Progress)) {
                said = one.next();
            }
            other.send(second);
            var waits = other.next();

            assertThat(decided(one.listen())).isEqualTo(Decision.PASSED);
            assertThat(waits).isInstanceOfSatisfying(FromRunner.Notice.class, notice -> assertThat(notice.line())
                    .startsWith("waiting for the measurement of [" + module + "]"));
            assertThat(decided(other.listen())).isEqualTo(Decision.PASSED);
        }
        var ofSecond = RunDirectory.of(module.resolve("other/target/perfbudget"), "test-run")
                .readRun();
        assertThat(ofSecond.start()).isAfterOrEqualTo(directory().readRun().end());
    }

    private static Plan inModule(Path other, Plan plan) {
        return new Plan(
                plan.runId(),
                plan.purpose(),
                plan.benchmarks(),
                plan.variants(),
                plan.candidate(),
                plan.against(),
                other.toString(),
                other.resolve("target/perfbudget").toString(),
                plan.settings(),
                plan.droppedJvmArguments());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void one_processor_is_enough_and_it_is_said_that_it_takes_longer() throws IOException {
        var settings = new HashMap<>(SHORT);
        settings.put("slowdown", "100%");
        try (var testJvm = TestJvm.startOnOneProcessor(module)) {
            testJvm.send(plan("plain", "plain", settings));

            assertThat(decided(testJvm.listen())).isEqualTo(Decision.PASSED);
        }
        assertThat(directory().readRun().notes())
                .anyMatch(note -> note.startsWith("There is only one processor") && note.contains("take longer"));
        runOneIterationAtATime(directory().readRun());
    }

    @Test
    void a_fork_that_gets_no_memory_ends_its_block_which_says_that_two_are_alive_and_leaves_no_process()
            throws IOException {
        try (var testJvm = TestJvm.start(module)) {
            testJvm.send(plan(TestJvm.benchmarksOf(Hungry.class, Map.of()), "plain", "plain", SHORT));
            var heard = testJvm.listen();

            assertThat(decided(heard)).isEqualTo(Decision.FAILED);
            assertThat(testJvm.runner().descendants().filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
        var run = directory().readRun();
        var told = Stream.concat(
                baseline(run).lack().stream(),
                candidate(run).failures().stream().map(ForkFailure::message));
        assertThat(told)
                .anyMatch(
                        message -> message.contains("Hungry.work") && message.contains("Two forks are alive at once"));
    }

    /** One that was disturbed, as it may be on any machine, is measured again. */
    private static boolean isOfKeptBlock(FromRunner said) {
        return said instanceof FromRunner.Progress progress && progress.facts().containsKey("change");
    }

    private record TurnTaken(boolean ofCandidate, Instant start, Instant end) {}

    private static List<TurnTaken> turns(Fork candidate, Fork baseline) {
        return Stream.concat(turns(candidate, true), turns(baseline, false))
                .sorted(Comparator.comparing(TurnTaken::start))
                .toList();
    }

    private static Stream<TurnTaken> turns(Fork fork, boolean isCandidate) {
        return fork.iterations().stream()
                .map(iteration -> new TurnTaken(
                        isCandidate, iteration.start(), iteration.start().plus(iteration.duration())));
    }

    private static long changesOfSide(List<TurnTaken> turns) {
        return Stream.iterate(1, i -> i < turns.size(), i -> i + 1)
                .filter(i -> turns.get(i).ofCandidate() != turns.get(i - 1).ofCandidate())
                .count();
    }

    private List<FromRunner> run(String baseline, String candidate, Map<String, String> settings) throws IOException {
        try (var testJvm = TestJvm.start(module)) {
            testJvm.send(plan(baseline, candidate, settings));
            return testJvm.listen();
        }
    }

    private Plan plan(String baseline, String candidate, Map<String, String> settings) throws IOException {
        return plan(TestJvm.benchmarksOf(Sided.class, Map.of()), baseline, candidate, settings);
    }

    private Plan plan(
            List<PlannedBenchmark> benchmarks, String baseline, String candidate, Map<String, String> settings)
            throws IOException {
        var plain = TestJvm.thisSide(module);
        var side = new Side(plain.javaHome(), classPath("new", candidate), plain.workingDirectory());
        return new Plan(
                "test-run",
                Plan.Purpose.MEASURE,
                benchmarks,
                benchmarks.stream().map(PlannedBenchmark::key).toList(),
                side,
                new Against.Artifact("dir:old", classPath("old", baseline), List.of()),
                module.toString(),
                module.resolve("target/perfbudget").toString(),
                List.of(new Declaration("-D", settings, List.of())),
                List.of());
    }

    private List<String> classPath(String name, String behaviour) throws IOException {
        var folder = Files.createDirectories(module.resolve(name));
        Files.writeString(folder.resolve("behaviour.txt"), behaviour);
        var classPath = new ArrayList<>(List.of(folder.toString()));
        classPath.addAll(TestJvm.thisSide(module).classPath());
        return classPath;
    }

    private RunDirectory directory() {
        return RunDirectory.of(module.resolve("target/perfbudget"), "test-run");
    }

    private static BenchmarkRun candidate(Run run) {
        return run.benchmarks().get(0);
    }

    private static PairedForks baseline(Run run) {
        return run.pairing().orElseThrow().benchmarks().get(0);
    }

    private static Decision decided(List<FromRunner> heard) {
        return decisions(heard).get(0).decision();
    }

    private static String message(List<FromRunner> heard) {
        return decisions(heard).get(0).message();
    }

    private static List<FromRunner.Decided> decisions(List<FromRunner> heard) {
        return heard.stream()
                .filter(FromRunner.Decided.class::isInstance)
                .map(FromRunner.Decided.class::cast)
                .toList();
    }
}
