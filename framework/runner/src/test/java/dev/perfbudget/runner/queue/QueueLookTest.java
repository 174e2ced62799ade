package dev.perfbudget.runner.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.runner.queue.QueueLook.Kind;
import dev.perfbudget.runner.queue.QueueLook.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueLookTest {

    @TempDir
    private Path directory;

    @Test
    void a_machine_on_which_nobody_ever_measured_is_free_and_no_file_is_made() throws IOException {
        assertThat(look()).extracting(State::kind).containsExactly(Kind.FREE);
        try (var files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whoever_measures_is_named_once_and_nobody_when_it_has_ended() throws Exception {
        var holder = HoldingProcess.start(directory);

        assertThat(look())
                .singleElement()
                .satisfies(state -> assertThat(state.kind()).isEqualTo(Kind.HELD))
                .satisfies(state -> assertThat(state.words())
                        .contains("the measurement of [/projects/other] (process " + holder.pid()));

        holder.destroyForcibly().waitFor();
        assertThat(look()).extracting(State::kind).containsExactly(Kind.FREE);
    }

    @Test
    void a_lock_that_cannot_be_had_is_not_free() throws IOException {
        Files.createDirectory(directory.resolve(MachineQueue.LOCK));

        assertThat(look())
                .filteredOn(state -> state.kind() == Kind.UNUSABLE)
                .singleElement()
                .satisfies(state -> assertThat(state.words()).contains(MachineQueue.LOCK));
    }

    @Test
    void linux_tells_who_holds_a_file() throws IOException {
        var file = Files.createFile(directory.resolve("jmh.lock"));
        var inode = Files.getAttribute(file, "unix:ino");
        Files.createDirectories(directory.resolve("proc"));
        Files.writeString(
                directory.resolve("proc/locks"),
                """
                1: FLOCK  ADVISORY  WRITE 7392 fe:00:1 0 EOF
                2: POSIX  ADVISORY  WRITE 4711 fe:00:%s 0 EOF
                3: POSIX  ADVISORY  READ 4712 fe:00:2 0 EOF
                """
                        .formatted(inode));

        assertThat(new LockOwners(directory).of(file)).contains(4711L);
        assertThat(new LockOwners(directory.resolve("elsewhere")).of(file)).isEmpty();
    }

    private List<State> look() {
        return QueueLook.at(List.of(directory), Path.of("/")).states();
    }
}
