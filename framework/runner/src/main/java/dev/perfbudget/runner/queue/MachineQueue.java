package dev.perfbudget.runner.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets one measurement at a time run on this machine, and says whom it waits for. */
public final class MachineQueue {

    /** Ours; its text is the {@link Holder}. */
    static final String LOCK = "perfbudget-measurement.lock";

    /** JMH's own: plain JMH fails while it is held. */
    static final String JMH_LOCK = "jmh.lock";

    private static final Path SHARED = Path.of("/tmp");
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
    private static final Duration BETWEEN_NOTICES = Duration.ofSeconds(20);

    private final List<Path> directories;
    private final ZoneId zone;

    /** @param directories where others look for locks, in the same order for everybody */
    public MachineQueue(List<Path> directories, ZoneId zone) {
        this.directories = List.copyOf(directories);
        this.zone = zone;
    }

    /**
     * Where the measurements of this machine look for locks: the directory that all users share, if there is one, then
     * the one that JMH looks into, which may be a user's own.
     *
     * @param temporary {@code java.io.tmpdir}
     */
    public static List<Path> directories(Path temporary) {
        return Stream.of(SHARED, temporary)
                .filter(directory -> Files.isWritable(directory) || directory.equals(temporary))
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
    }

    /**
     * Waits for the turn; empty if given up before it came.
     *
     * @param self asked when the turn begins
     * @param notices told at once when there is somebody to wait for, and again every 20 seconds
     */
    public Optional<Turn> await(Supplier<Holder> self, Consumer<String> notices, BooleanSupplier givenUp)
            throws IOException {
        var held = new ArrayList<LockFile>();
        var notes = new ArrayList<String>();
        try {
            for (var directory : directories) {
                if (!lockOurs(directory, self, held, notes, notices, givenUp)) {
                    return release(held);
                }
            }
            for (var directory : directories) {
                if (!lockJmhs(directory, held, notes, notices, givenUp)) {
                    return release(held);
                }
            }
            return Optional.of(new Turn(held, notes));
        } catch (IOException | RuntimeException failed) {
            release(held);
            throw failed;
        }
    }

    private boolean lockOurs(
            Path directory,
            Supplier<Holder> self,
            List<LockFile> held,
            List<String> notes,
            Consumer<String> notices,
            BooleanSupplier givenUp)
            throws IOException {
        LockFile lock;
        try {
            lock = LockFile.besideText(directory.resolve(LOCK));
        } catch (IOException unusable) {
            notes.add(contended(directory.resolve(LOCK), unusable));
            return true;
        }
        held.add(lock);
        if (!waitFor(lock, () -> waitingFor(lock), notices, givenUp)) {
            return false;
        }
        lock.write(self.get().toText());
        return true;
    }

    private static boolean lockJmhs(
            Path directory, List<LockFile> held, List<String> notes, Consumer<String> notices, BooleanSupplier givenUp)
            throws IOException {
        LockFile lock;
        try {
            lock = LockFile.whole(directory.resolve(JMH_LOCK));
        } catch (IOException unusable) {
            notes.add(contended(directory.resolve(JMH_LOCK), unusable));
            return true;
        }
        held.add(lock);
        var notice = "waiting for another JMH run, which holds [%s]".formatted(directory.resolve(JMH_LOCK));
        return waitFor(lock, () -> notice, notices, givenUp);
    }

    private static boolean waitFor(LockFile lock, Notice notice, Consumer<String> notices, BooleanSupplier givenUp)
            throws IOException {
        var nextNotice = System.nanoTime();
        while (!lock.tryLock()) {
            if (givenUp.getAsBoolean()) {
                return false;
            }
            if (System.nanoTime() - nextNotice >= 0) {
                notices.accept(notice.line());
                nextNotice = System.nanoTime() + BETWEEN_NOTICES.toNanos();
            }
            pause();
        }
        return true;
    }

    private String waitingFor(LockFile lock) throws IOException {
        return "waiting for "
                + Holder.ofText(lock.text())
                        .map(holder -> holder.describe(zone))
                        .orElse("another measurement");
    }

    private static String contended(Path lock, IOException unusable) {
        return "contended: other measurements may have run at the same time, for [%s] cannot be locked: %s"
                .formatted(lock, unusable);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the turn to measure", stop);
        }
    }

    private static Optional<Turn> release(List<LockFile> held) {
        held.forEach(LockFile::close);
        return Optional.empty();
    }

    /** Made anew each time: the holder changes while one waits. */
    private interface Notice {
        String line() throws IOException;
    }
}
