package dev.perfbudget.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Of this very JVM, on this very machine. */
class OshiSourceTest {

    private static final double MEGABYTE = 1024 * 1024;

    private final OshiSource source = new OshiSource(Path.of("/"));

    @Test
    void this_process_is_known() {
        var first = source.process(ProcessHandle.current().pid()).orElseThrow();
        var second = source.process(ProcessHandle.current().pid()).orElseThrow();

        assertThat(first.get(Resource.RSS)).isGreaterThan(10 * MEGABYTE);
        assertThat(first.get(Resource.THREADS)).isGreaterThan(5);
        assertThat(first.get(Resource.VIRTUAL)).isGreaterThan(first.get(Resource.RSS_LAST));
        assertThat(second.get(Resource.CPU_USER)).isGreaterThanOrEqualTo(first.get(Resource.CPU_USER));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_peak_is_never_below_what_is_resident(@TempDir Path root) throws IOException {
        var pid = ProcessHandle.current().pid();
        var process = Files.createDirectories(root.resolve("proc").resolve(Long.toString(pid)));
        Files.writeString(process.resolve("status"), "Name:\tjava\nVmHWM:\t1 kB\n");

        var values = new OshiSource(root).process(pid).orElseThrow();

        assertThat(values.get(Resource.RSS)).isGreaterThanOrEqualTo(values.get(Resource.RSS_LAST));
    }

    @Test
    void a_process_that_has_ended_is_not() throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var process =
                new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        process.waitFor();

        assertThat(source.process(process.pid())).isEmpty();
    }

    @Test
    void processors_and_memory_are_known() {
        var times = source.processors();

        assertThat(times.processors()).isPositive();
        assertThat(times.idle() + times.user()).isPositive();
        assertThat(source.system().get(Resource.SYSTEM_AVAILABLE)).isGreaterThan(10 * MEGABYTE);
    }
}
