package dev.perfbudget.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.agent.fixtures.Misbehaving;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.FromFork.ForkReady;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.ToHost.Effort;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever dies, nobody stays behind; tried while a benchmark runs that would never end by itself. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OrphansTest {

    private static final RunFork ENDLESS = new RunFork(
            "endless",
            new BenchmarkKey(Misbehaving.class.getName() + ".neverComesBack", "avgt", Map.of()),
            new Effort.Fixed(1, 20_000_000, 1, 20_000_000, 1_000_000_000_000L));

    @TempDir
    Path directory;

    @Test
    void a_host_ends_when_its_runner_is_gone() throws Exception {
        try (var host = HostDriver.start(directory)) {
            host.link().close();

            assertThat(host.process().waitFor()).isZero();
        }
    }

    @Test
    void a_host_takes_its_fork_along_when_its_runner_is_gone() throws Exception {
        try (var host = HostDriver.start(directory)) {
            host.begin(ENDLESS);
            try (var fork = host.next()) {
                var running = running(fork);

                host.link().close();

                assertThat(host.process().waitFor()).isZero();
                running.onExit().join();
            }
        }
    }

    @Test
    void a_fork_ends_when_its_runner_is_gone() throws Exception {
        try (var host = HostDriver.start(directory)) {
            host.begin(ENDLESS);
            var fork = host.next();
            var running = running(fork);

            fork.close();

            running.onExit().join();
        }
    }

    @Test
    void a_fork_whose_host_was_killed_ends_with_its_link_to_the_runner() throws Exception {
        try (var host = HostDriver.start(directory)) {
            host.begin(ENDLESS);
            var fork = host.next();
            var running = running(fork);

            host.process().destroyForcibly().waitFor();
            assertThat(host.link().receive()).isEmpty();
            fork.close();

            running.onExit().join();
        }
    }

    @Test
    void a_host_that_is_started_by_hand_says_what_starts_it() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), HostMain.class.getName())
                .redirectErrorStream(true)
                .start();

        var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("PERFBUDGET_LINK");
    }

    private static ProcessHandle running(Link fork) throws Exception {
        var ready = (ForkReady) fork.receive().orElseThrow();
        return ProcessHandle.of(ready.pid()).orElseThrow();
    }
}
