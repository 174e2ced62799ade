package dev.perfbudget.junit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.runner.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerClientTest {

    @TempDir
    private static Path bundle;

    private final List<FromRunner> heard = new ArrayList<>();

    @BeforeAll
    static void packStandIn() throws IOException {
        var lib = Files.createDirectories(bundle.resolve("lib"));
        Jars.ofDirectory(
                lib.resolve("runner.jar"), TestClassPath.rootOf(Main.class).orElseThrow());
        var protocol = TestClassPath.rootOf(Plan.class).orElseThrow();
        if (Files.isDirectory(protocol)) {
            Jars.ofDirectory(lib.resolve("protocol.jar"), protocol);
            return;
        }
        Files.copy(protocol, lib.resolve("protocol.jar"));
    }

    @Test
    void a_plan_is_carried_out_and_every_message_heard() throws Exception {
        RunnerClient.run(bundle, plan("finishes"), () -> false, heard::add);

        assertThat(heard)
                .containsExactly(new FromRunner.Notice("class path [/a/b.jar]"), new FromRunner.Finished("done", ""));
    }

    @Test
    void a_dead_runner_is_told_with_its_exit_code_and_last_words() {
        assertThatExceptionOfType(CannotMeasureException.class)
                .isThrownBy(() -> RunnerClient.run(bundle, plan("dies"), () -> false, heard::add))
                .withMessageMatching("(?s)The runner process \\(pid \\d+\\) ended before it had decided"
                        + " \\(exit code 7\\)\\..*It printed:\nout of luck");
    }

    @Test
    void a_runner_that_cannot_be_started_is_told_with_what_it_printed(@TempDir Path empty) {
        assertThatExceptionOfType(CannotMeasureException.class)
                .isThrownBy(() -> RunnerClient.run(empty, plan("finishes"), () -> false, heard::add))
                .withMessageMatching("(?s)The runner process did not start \\(exit code 1\\)\\. It printed:\n.*"
                        + "dev\\.perfbudget\\.runner\\.Main.*");
    }

    @Test
    void options_that_the_environment_gives_to_every_jvm_are_not_the_runners(@TempDir Path anywhere) {
        var environment = Map.of("JAVA_TOOL_OPTIONS", "-agentlib:jdwp=server=y,address=5005", "LANG", "C.UTF-8");

        assertThat(RunnerProcess.builder(anywhere, anywhere, environment, "1:token")
                        .environment())
                .isEqualTo(Map.of("LANG", "C.UTF-8", LinkServer.ADDRESS_VARIABLE, "1:token"));
    }

    @Test
    void a_launcher_can_cancel_and_still_hears_the_end() throws Exception {
        RunnerClient.run(bundle, plan("waits"), () -> !heard.isEmpty(), heard::add);

        assertThat(heard)
                .containsExactly(
                        new FromRunner.Notice("waiting"),
                        new FromRunner.Finished("Cancel[reason=the launcher asked for it]", ""));
    }

    @Test
    void an_interrupted_thread_tells_the_runner_before_it_gives_up() {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> RunnerClient.run(bundle, plan("waits"), () -> false, message -> {
                    heard.add(message);
                    if (message instanceof FromRunner.Notice) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertThat(heard.get(1))
                .isEqualTo(new FromRunner.Finished("Cancel[reason=the test JVM's thread was interrupted]", ""));
    }

    private static Plan plan(String behaviour) {
        return new Plan(
                behaviour,
                Plan.Purpose.MEASURE,
                List.of(),
                List.of(),
                new Side(System.getProperty("java.home"), List.of("/a/b.jar"), "/"),
                new Against.Stored(),
                "/",
                "/",
                List.of(),
                List.of());
    }
}
