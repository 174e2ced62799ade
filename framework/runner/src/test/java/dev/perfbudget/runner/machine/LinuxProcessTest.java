package dev.perfbudget.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.perfbudget.model.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxProcessTest {

    @TempDir
    private Path root;

    @Test
    void peak_and_switches_of_all_threads_are_read() throws IOException {
        write("status", "Name:\tjava\nVmHWM:\t  114600 kB\nVmRSS:\t  90000 kB\n");
        thread(7, 10, 1);
        thread(8, 200, 30);

        assertThat(new LinuxProcess(root, 7).read())
                .containsOnly(
                        entry(Resource.RSS, 114_600 * 1024.0),
                        entry(Resource.SWITCHES_VOLUNTARY, 210.0),
                        entry(Resource.SWITCHES_INVOLUNTARY, 31.0));
    }

    @Test
    void threads_that_have_ended_still_count() throws IOException {
        var process = new LinuxProcess(root, 7);
        thread(7, 10, 1);
        thread(8, 200, 30);
        process.read();
        Files.delete(root.resolve("proc/7/task/8/status"));
        Files.delete(root.resolve("proc/7/task/8"));
        thread(7, 11, 2);

        assertThat(process.read())
                .containsOnly(entry(Resource.SWITCHES_VOLUNTARY, 211.0), entry(Resource.SWITCHES_INVOLUNTARY, 32.0));
    }

    @Test
    void where_there_is_nothing_to_read_nothing_is_told() {
        var process = new LinuxProcess(root, 7);

        assertThat(process.read()).isEmpty();
        assertThat(process.tellsInputAndOutput()).isFalse();
    }

    @Test
    void what_is_no_number_is_not_told() throws IOException {
        write("status", "Name:\tjava\nVmHWM:\t  unknown\n");

        assertThat(new LinuxProcess(root, 7).read()).isEmpty();
    }

    private void thread(int id, int voluntary, int involuntary) throws IOException {
        write(
                "task/" + id + "/status",
                "Name:\tjava\nvoluntary_ctxt_switches:\t%d\nnonvoluntary_ctxt_switches:\t%d\n"
                        .formatted(voluntary, involuntary));
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve("proc/7").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
