package dev.perfbudget.runner.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineQueueTest {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Holder SELF = new Holder(42, Instant.parse("2026-11-21T11:00:00Z"), "/projects/mine");

    @TempDir
    private Path directory;

    @Test
    void a_free_machine_is_had_at_once_and_both_locks_with_it() throws IOException {
        var notices = new ArrayList<String>();

        try (var turn = queue().await(() -> SELF, notices::add, () -> true).orElseThrow()) {
            assertThat(turn.notes()).isEmpty();
            assertThat(notices).isEmpty();
            assertThat(directory.resolve(MachineQueue.LOCK)).content().contains("42", "/projects/mine");
            assertThat(LockFile.whole(directory.resolve(MachineQueue.JMH_LOCK)).tryLock())
                    .isFalse();
        }
    }

    @Test
    void everybody_may_write_the_lock_files() throws IOException {
        queue().await(() -> SELF, line -> {}, () -> true).orElseThrow().close();

        for (var lock : List.of(MachineQueue.LOCK, MachineQueue.JMH_LOCK)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(lock))))
                    .isEqualTo("rw-rw-rw-");
        }
    }

    @Test
    void who_waits_is_told_for_whom_and_gets_the_turn_when_the_holder_is_killed() throws Exception {
        var holder = HoldingProcess.start(directory);
        var notices = new CopyOnWriteArrayList<String>();

        var turn = queue().await(
                        () -> SELF,
                        line -> {
                            notices.add(line);
                            holder.destroyForcibly();
                        },
                        () -> false)
                .orElseThrow();

        turn.close();
        assertThat(notices)
                .containsExactly(
                        "waiting for the measurement of [/projects/other] (process " + holder.pid() + ", since 10:32)");
    }

    @Test
    void users_with_temporary_directories_of_their_own_meet_in_the_one_that_all_share() throws Exception {
        var mine = Files.createDirectory(directory.resolve("mine"));
        var holder = HoldingProcess.start(directory, Files.createDirectory(directory.resolve("yours")));
        var notices = new CopyOnWriteArrayList<String>();

        var turn = new MachineQueue(List.of(directory, mine), UTC)
                .await(
                        () -> SELF,
                        line -> {
                            notices.add(line);
                            holder.destroyForcibly();
                        },
                        () -> false)
                .orElseThrow();

        turn.close();
        assertThat(notices).hasSize(1);
        assertThat(MachineQueue.directories(mine))
                .contains(mine.toAbsolutePath())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_lock_tells_since_when_the_turn_is_held_not_since_when_it_was_waited_for() throws Exception {
        var holder = HoldingProcess.start(directory);
        var events = new CopyOnWriteArrayList<String>();

        var turn = queue().await(
                        () -> {
                            events.add("asked who it is");
                            return SELF;
                        },
                        line -> {
                            events.add("waiting");
                            holder.destroyForcibly();
                        },
                        () -> false)
                .orElseThrow();

        turn.close();
        assertThat(events).containsExactly("waiting", "asked who it is");
    }

    @Test
    void plain_jmh_is_waited_for_too() throws Exception {
        var notices = new CopyOnWriteArrayList<String>();
        var jmh = LockFile.whole(directory.resolve(MachineQueue.JMH_LOCK));
        assertThat(jmh.tryLock()).isTrue();

        var turn = queue().await(
                        () -> SELF,
                        line -> {
                            notices.add(line);
                            jmh.close();
                        },
                        () -> false);

        turn.orElseThrow().close();
        assertThat(notices).singleElement().asString().contains("another JMH run", "jmh.lock");
    }

    @Test
    void who_gives_up_waiting_gets_no_turn_and_leaves_the_locks_alone() throws IOException {
        try (var first = queue().await(() -> SELF, line -> {}, () -> true).orElseThrow()) {
            assertThat(first.notes()).isEmpty();

            assertThat(queue().await(() -> SELF, line -> {}, () -> true)).isEmpty();
        }
        queue().await(() -> SELF, line -> {}, () -> true).orElseThrow().close();
    }

    @Test
    void where_locks_cannot_be_had_the_turn_comes_with_a_note_that_it_may_be_contended() throws IOException {
        var nowhere = new MachineQueue(List.of(directory.resolve("missing")), UTC);

        try (var turn = nowhere.await(() -> SELF, line -> {}, () -> true).orElseThrow()) {
            assertThat(turn.notes()).hasSize(2).allSatisfy(note -> assertThat(note)
                    .startsWith("contended: "));
        }
    }

    private MachineQueue queue() {
        return new MachineQueue(List.of(directory), UTC);
    }
}
