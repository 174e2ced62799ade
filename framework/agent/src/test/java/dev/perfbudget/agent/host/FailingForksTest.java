package dev.perfbudget.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.agent.fixtures.Misbehaving;
import dev.perfbudget.agent.fixtures.Shapes;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork.ForkReady;
import dev.perfbudget.protocol.FromHost.ForkCompleted;
import dev.perfbudget.protocol.FromHost.ForkFailed;
import dev.perfbudget.protocol.FromHost.ForkFailed.Kind;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each way for a benchmark to fail is one answer of one line, and the host goes on. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FailingForksTest {

    private static final Effort SHORT = new Effort.Fixed(1, 20_000_000, 1, 20_000_000, 10_000_000_000L);
    private static final String NAME = Misbehaving.class.getName();

    @TempDir
    static Path directory;

    static HostDriver host;

    @BeforeAll
    static void start_a_host() throws Exception {
        host = HostDriver.start(directory);
    }

    @AfterAll
    static void the_host_goes_on_and_has_printed_nothing() throws Exception {
        var benchmark = new BenchmarkKey(Shapes.class.getName() + ".average", "avgt", Map.of("size", "10"));

        assertThat(host.run(new RunFork("last", benchmark, SHORT)).answer()).isInstanceOf(ForkCompleted.class);
        assertThat(directory.resolve("host.out")).isEmptyFile();
        host.close();
    }

    @Test
    void an_exception_is_named_with_its_message_on_one_line() throws Exception {
        var failed = fail("throwsAnException", Kind.THREW);

        assertThat(failed.forkId()).isEqualTo("throwsAnException");
        assertThat(failed.message())
                .isEqualTo("[" + NAME + ".throwsAnException [avgt]] threw java.lang.IllegalStateException: the"
                        + " answer is.");
        assertThat(failed.detail()).contains("42", "at " + NAME + ".throwsAnException(Misbehaving.java");
    }

    @Test
    void an_exception_in_several_threads_is_told_once() throws Exception {
        assertThat(fail("throwsInBothThreads", Kind.THREW).message()).contains("IllegalStateException: twice");
    }

    @Test
    void an_exception_that_cannot_be_sent_is_named_all_the_same() throws Exception {
        var failed = fail("throwsWhatCannotBeSent", Kind.THREW);

        assertThat(failed.message()).contains("Misbehaving$Clinging: holds on");
        assertThat(failed.detail()).contains("at " + NAME + ".throwsWhatCannotBeSent(");
    }

    @Test
    void an_exception_in_a_fixture_is_one_of_the_benchmark() throws Exception {
        assertThat(fail("needsABrokenState", Kind.THREW).message())
                .contains("IllegalArgumentException: fixture is broken");
    }

    @Test
    void system_exit_is_told_with_its_code() throws Exception {
        assertThat(fail("exits", Kind.DIED).message()).contains("called System.exit(3)");
        assertThat(fail("exitsQuietly", Kind.DIED).message()).contains("called System.exit(0)");
    }

    @Test
    void a_halt_is_told_with_its_code() throws Exception {
        assertThat(fail("halts", Kind.DIED).message()).contains("exited with code [5]");
    }

    @Test
    void a_quiet_halt_is_no_result() throws Exception {
        assertThat(fail("haltsQuietly", Kind.MISSING).message())
                .contains("after [0] measured iterations", "Runtime.halt(0)");
    }

    @Test
    void want_of_memory_is_told() throws Exception {
        assertThat(fail("runsOutOfMemory", Kind.DIED).message())
                .contains("ran out of memory: java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void a_flag_that_the_jvm_refuses_is_shown_with_what_the_jvm_said() throws Exception {
        var failed = fail("asksForAFlagThatIsNone", Kind.DIED);

        assertThat(failed.message()).contains("exited with code [1]");
        assertThat(failed.detail()).contains("NoSuchFlag");
    }

    @Test
    void an_iteration_that_outlives_its_time_out_is_interrupted_and_told() throws Exception {
        var hurried = new Effort.Fixed(0, 0, 1, 0, 500_000_000L);
        // Where iterations are synchronised, JMH waits for ever; the runner has to kill.
        var slow = new BenchmarkKey(NAME + ".sleepsTooLong", "ss", Map.of());

        var failed = (ForkFailed) host.run(new RunFork("slow", slow, hurried)).answer();

        assertThat(failed.kind()).isEqualTo(Kind.HUNG);
        assertThat(failed.message()).contains("outlived its time-out");
    }

    @Test
    void a_fork_that_is_killed_is_told_with_the_signal() throws Exception {
        var endless = new RunFork("killed", key("neverComesBack"), SHORT);

        host.begin(endless);
        try (var fork = host.next()) {
            var ready = (ForkReady) fork.receive().orElseThrow();
            ProcessHandle.of(ready.pid()).orElseThrow().destroyForcibly();
            var failed = (ForkFailed) host.link().receive().orElseThrow();

            assertThat(failed.kind()).isEqualTo(Kind.DIED);
            assertThat(failed.message()).contains("killed by signal 9 (SIGKILL)");
        }
    }

    @Test
    void megabytes_of_output_do_no_harm() throws Exception {
        var outcome = host.run(new RunFork("loud", key("printsMegabytes"), SHORT));

        assertThat(outcome.answer()).isInstanceOf(ForkCompleted.class);
    }

    @Test
    void of_much_output_the_last_lines_are_kept() throws Exception {
        var failed = fail("printsAndThrows", Kind.THREW);

        assertThat(failed.detail())
                .contains("after much talk", "line 29999 ")
                .doesNotContain("line 29000 ")
                .hasSizeLessThanOrEqualTo(64 * 1024);
    }

    private static ForkFailed fail(String method, Kind kind) throws IOException, InterruptedException {
        var answer = host.run(new RunFork(method, key(method), SHORT)).answer();

        assertThat(answer).isInstanceOf(ForkFailed.class);
        assertThat(((ForkFailed) answer).kind()).as(answer.toString()).isEqualTo(kind);
        return (ForkFailed) answer;
    }

    private static BenchmarkKey key(String method) {
        return new BenchmarkKey(NAME + "." + method, "avgt", Map.of());
    }
}
