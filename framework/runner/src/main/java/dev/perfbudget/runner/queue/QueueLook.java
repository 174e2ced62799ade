package dev.perfbudget.runner.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A look at the queue of this machine without joining it: who measures at this moment, and whether one could wait. */
public final class QueueLook {

    private final List<Path> directories;
    private final LockOwners owners;

    private QueueLook(List<Path> directories, LockOwners owners) {
        this.directories = List.copyOf(directories);
        this.owners = owners;
    }

    /**
     * At the locks in some directories.
     *
     * @param root of the file system: {@code /}
     */
    public static QueueLook at(List<Path> directories, Path root) {
        return new QueueLook(directories, new LockOwners(root));
    }

    /** Whether a lock can be had. */
    public enum Kind {
        FREE,
        HELD,
        UNUSABLE
    }

    /**
     * How it is with one lock.
     *
     * @param words who holds it, or why it cannot be used
     */
    public record State(Kind kind, String words) {

        private static final State FREE = new State(Kind.FREE, "free");
    }

    /** Of every lock that is there; nothing is created. */
    public List<State> states() {
        var states = new ArrayList<State>();
        for (var directory : directories) {
            var ours = ours(directory.resolve(MachineQueue.LOCK));
            states.add(ours);
            if (ours.kind() != Kind.HELD) {
                states.add(jmhs(directory.resolve(MachineQueue.JMH_LOCK)));
            }
        }
        return states.stream().distinct().toList();
    }

    private static State ours(Path path) {
        if (!Files.exists(path)) {
            return State.FREE;
        }
        try (var lock = LockFile.besideText(path)) {
            return lock.tryLock()
                    ? State.FREE
                    : new State(
                            Kind.HELD,
                            Holder.ofText(lock.text())
                                    .map(holder -> holder.describe(ZoneId.systemDefault()))
                                    .orElse("another measurement"));
        } catch (IOException unusable) {
            return new State(Kind.UNUSABLE, "[" + path + "]: " + unusable);
        }
    }

    /** Held by us, it would hold up plain JMH: for less than the blink of an eye. */
    private State jmhs(Path path) {
        if (!Files.exists(path)) {
            return State.FREE;
        }
        try (var lock = LockFile.whole(path)) {
            return lock.tryLock()
                    ? State.FREE
                    : new State(Kind.HELD, "another JMH run, which holds [" + path + "]" + ownerOf(path));
        } catch (IOException unusable) {
            return new State(Kind.UNUSABLE, "[" + path + "]: " + unusable);
        }
    }

    private String ownerOf(Path path) {
        return owners.of(path).map(pid -> " (process " + pid + ")").orElse("");
    }
}
