package dev.perfbudget.runner.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.judge.RunMeasurements;
import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.Declaration;
import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromFork.Latency;
import dev.perfbudget.protocol.FromHost.ForkFailed.Kind;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.FromRunner.Decided;
import dev.perfbudget.protocol.FromRunner.Decision;
import dev.perfbudget.protocol.FromRunner.Finished;
import dev.perfbudget.protocol.FromRunner.Refused;
import dev.perfbudget.protocol.FromRunner.TurnGranted;
import dev.perfbudget.protocol.InPlace;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.machine.Machine;
import dev.perfbudget.runner.queue.MachineQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InPlaceExecutionTest {

    private static final String QUICK = "com.acme.CheckoutTest.quick";
    private static final Machine MACHINE =
            new Machine("a processor", 2, 2, 8L << 30, Optional.empty(), "an OS", Optional.empty());
    private static final String OTHER = "com.acme.CheckoutTest.other";

    @TempDir
    private Path directory;

    private final List<FromRunner> answers = new ArrayList<>();

    @Test
    void a_test_gets_its_turn_and_is_told_how_much_to_measure() {
        var execution = execution(Map.of("iterationTime", "10 ms", "timeout", "3 s", "iterations", "7"));

        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "1 ms"))));

        assertThat(answers).containsExactly(new TurnGranted(10, 7, 10_000_000, 6, 3_000_000_000L));
    }

    @Test
    void a_broken_limit_is_told_and_on_disk_before_the_run_ends() throws IOException {
        var execution = execution(Map.of());
        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("p99", "1 us"))));

        execution.hear(measured(QUICK, 2000, List.of("left 2 threads behind: a, b")));

        assertThat(answers.get(1)).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.decision()).isEqualTo(Decision.FAILED);
            assertThat(decided.message())
                    .startsWith(QUICK + " [inPlace]: failed: limits 1 broken")
                    .contains("p99 is 2 us", "this JVM only", "limit 1 us (@PerfBudget on it)");
            assertThat(decided.facts()).containsEntry("notes", "left 2 threads behind: a, b");
        });
        assertThat(run().resolve("forks/001.jsonl")).content().contains(QUICK);
        assertThat(run().resolve("run.json")).doesNotExist();

        execution.hear(new InPlace.Conclude());

        assertThat(answers.get(2))
                .isInstanceOfSatisfying(Finished.class, finished -> assertThat(finished.runDirectory())
                        .isEqualTo(run().toString()));
        assertThat(Files.readString(run().resolve("run.json")))
                .contains(
                        "\"effort\" : \"in place, slices of 100 ms\"",
                        "\"assertions\" : \"on\"",
                        "CheckoutTest.quick left 2 threads behind: a, b");
        assertThat(run().resolve("verdict.json")).isRegularFile();
    }

    @Test
    void what_does_not_break_a_limit_leaves_it_undecided_and_says_what_would_decide_it() {
        var execution = execution(Map.of());
        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "1 s"))));

        execution.hear(measured(QUICK, 2000, List.of()));

        assertThat(answers.get(1)).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.decision()).isEqualTo(Decision.PASSED);
            assertThat(decided.message()).contains("undecided", "Measured in place, in this JVM only");
        });
    }

    @Test
    void a_baseline_that_is_demanded_is_asked_for_when_all_tests_are_known() throws IOException {
        var execution = execution(Map.of("noBaseline", "fail"));
        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "1 s"))));
        execution.hear(measured(QUICK, 2000, List.of()));
        execution.hear(new InPlace.Conclude());

        assertThat(answers.get(1)).isInstanceOfSatisfying(Decided.class, decided -> assertThat(decided.decision())
                .isEqualTo(Decision.PASSED));
        assertThat(Files.readString(run().resolve("verdict.json"))).contains("\"FAILED\"");
    }

    @Test
    void a_failure_is_part_of_the_run_and_what_was_not_run_is_not() throws IOException {
        var execution = execution(Map.of());
        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "1 s"))));
        execution.hear(new InPlace.Failed(key(QUICK), Kind.THREW, "operation 3 of the test threw boom", "at nowhere"));
        execution.hear(new InPlace.AwaitTurn(planned(OTHER, Map.of("mean", "1 s"))));
        execution.hear(new InPlace.GivenBack(key(OTHER)));

        execution.hear(new InPlace.Conclude());

        assertThat(answers.get(1)).isInstanceOf(Decided.class);
        assertThat(answers.get(answers.size() - 1)).isInstanceOf(Finished.class);
        assertThat(Files.readString(run().resolve("run.json")))
                .contains("operation 3 of the test threw boom", "THREW", "at nowhere")
                .doesNotContain(OTHER);
    }

    @Test
    void a_wrong_budget_is_refused_and_the_next_test_has_its_turn() {
        var execution = execution(Map.of());

        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "12 parsecs"))));
        execution.hear(new InPlace.AwaitTurn(planned(OTHER, Map.of("mean", "1 s"))));

        assertThat(answers.get(0)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                .contains("12 parsecs", "@PerfBudget on it"));
        assertThat(answers.get(1)).isInstanceOf(TurnGranted.class);
    }

    @Test
    void the_modules_time_is_never_passed_silently() throws IOException {
        var execution = execution(Map.of("cap", "1 ns"));
        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "1 s"))));
        execution.hear(measured(QUICK, 2000, List.of()));

        execution.hear(new InPlace.AwaitTurn(planned(OTHER, Map.of("mean", "1 s"))));
        execution.hear(new InPlace.Conclude());

        assertThat(answers.get(2)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.message())
                .contains("was used up before its turn", "perfbudget.cap"));
        assertThat(Files.readString(run().resolve("run.json"))).contains("NOT_REACHED");
    }

    @Test
    void a_test_that_is_measured_twice_in_one_jvm_is_still_one_replicate() throws IOException {
        var execution = execution(Map.of());
        for (var time : List.of(2000, 3000)) {
            execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "1 s"))));
            execution.hear(measured(QUICK, time, List.of()));
        }

        execution.hear(new InPlace.Conclude());

        assertThat(Files.readString(run().resolve("run.json")))
                .contains("\"plannedForks\" : 1")
                .containsOnlyOnce("compressed.oops");
    }

    @Test
    void an_agent_in_the_test_jvm_is_a_flaw() throws IOException {
        var execution = new InPlaceExecution(
                open(Map.of(), List.of("-javaagent:jacoco.jar=destfile=x")),
                installation(),
                answers::add,
                queue(),
                () -> MACHINE);
        execution.hear(new InPlace.AwaitTurn(planned(QUICK, Map.of("mean", "1 s"))));
        execution.hear(measured(QUICK, 2000, List.of()));

        execution.hear(new InPlace.Conclude());

        assertThat(Files.readString(run().resolve("run.json")))
                .contains("measured in place in a test JVM with a debugger or an agent [-javaagent:jacoco.jar");
    }

    @Test
    void what_may_have_been_measured_beside_others_is_not_for_gating() throws IOException {
        var nowhere = new MachineQueue(List.of(directory.resolve("missing")), ZoneOffset.UTC);

        assertThat(flawsOfRun(nowhere, () -> MACHINE)).hasSize(2).allSatisfy(flaw -> assertThat(flaw)
                .startsWith("contended: other measurements may have run at the same time"));
    }

    @Test
    void a_machine_that_cannot_be_read_is_not_for_gating() throws IOException {
        var flaws = flawsOfRun(queue(), () -> {
            throw new IllegalStateException("no /proc");
        });

        assertThat(flaws).singleElement().asString().contains("comparable with none", "no /proc");
    }

    private List<String> flawsOfRun(MachineQueue queue, Supplier<Machine> machine) throws IOException {
        var execution = new InPlaceExecution(open(Map.of(), List.of()), installation(), answers::add, queue, machine);
        measure(execution, QUICK);
        return RunDirectory.at(run()).readRun().flaws();
    }

    @Test
    void a_test_that_is_gone_is_told_at_the_end() throws IOException {
        measure(execution(Map.of()), QUICK);
        var accepted = RunDirectory.at(run()).readRun();
        CommittedFiles.of(directory)
                .write(new AcceptedSessions(List.of(new AcceptedSession(
                        accepted.environment().defining(),
                        accepted.start(),
                        Optional.empty(),
                        RunMeasurements.of(accepted, "run.json").samples()))));

        measure(
                new InPlaceExecution(
                        open(Map.of(), List.of(directory.toString()), List.of()),
                        installation(),
                        answers::add,
                        queue(),
                        () -> MACHINE),
                OTHER);

        assertThat(answers.get(answers.size() - 1))
                .isInstanceOfSatisfying(Finished.class, finished -> assertThat(finished.problems())
                        .singleElement()
                        .asString()
                        .startsWith("[" + QUICK + " [inPlace]] is in the baseline and is not there any more")
                        .endsWith("If that is meant: mvn perfbudget:accept"));
    }

    private static void measure(InPlaceExecution execution, String test) {
        execution.hear(new InPlace.AwaitTurn(planned(test, Map.of("mean", "1 s"))));
        execution.hear(measured(test, 2000, List.of()));
        execution.hear(new InPlace.Conclude());
    }

    @Test
    void without_any_test_there_is_no_run() {
        execution(Map.of()).hear(new InPlace.Conclude());

        assertThat(answers).containsExactly(new Finished("", ""));
        assertThat(run().resolve("run.json")).doesNotExist();
    }

    private InPlaceExecution execution(Map<String, String> settings) {
        return new InPlaceExecution(open(settings, List.of()), installation(), answers::add, queue(), () -> MACHINE);
    }

    private InPlace.Open open(Map<String, String> settings, List<String> jvmArguments) {
        return open(settings, List.of(), jvmArguments);
    }

    private InPlace.Open open(Map<String, String> settings, List<String> classPath, List<String> jvmArguments) {
        return new InPlace.Open(
                "it",
                new Side(System.getProperty("java.home"), classPath, directory.toString()),
                directory.toString(),
                directory.resolve("output").toString(),
                List.of(new Declaration("-D", settings, List.of())),
                jvmArguments);
    }

    private Installation installation() {
        return new Installation(Map.of(), directory, List.of());
    }

    private MachineQueue queue() {
        return new MachineQueue(List.of(directory), ZoneOffset.UTC);
    }

    private Path run() {
        return directory.resolve("output/runs/it");
    }

    private static PlannedBenchmark planned(String name, Map<String, String> budget) {
        return new PlannedBenchmark(
                key(name),
                "com.acme.CheckoutTest",
                List.of("quick"),
                List.of(),
                false,
                1,
                0,
                1,
                List.of(new Declaration("@PerfBudget on it", budget, List.of())));
    }

    private static InPlace.Measured measured(String name, long nanos, List<String> notes) {
        var slices = IntStream.range(0, 10)
                .mapToObj(index -> new IterationEnded(
                        index < 2,
                        index < 2 ? index : index - 2,
                        1_700_000_000_000L + index,
                        100 * nanos,
                        nanos,
                        "ns/op",
                        100,
                        List.of(),
                        index < 2 ? List.of() : List.of(new Latency(nanos, 100)),
                        Map.of("cpu", 100 * nanos, "allocated", 0L)))
                .toList();
        return new InPlace.Measured(
                key(name), slices, Map.of("assertions", "on", "compressed.oops", "true"), notes, List.of());
    }

    private static BenchmarkKey key(String name) {
        return new BenchmarkKey(name, "inPlace", Map.of());
    }
}
