package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What is kept of a commit that was built in one way: classes of modules, in no work tree, which nobody builds into again.
 * Only one process changes it at a time; what was once written is never changed, so that it can be measured meanwhile.
 *
 * @param directory with all of it; its lock lies beside it
 */
record BuiltCommit(Path directory) {

    private static final long BETWEEN_LOOKS = 200;
    private static final String WORK_TREE = "worktree-";

    /** Lock files that threads of this JVM hold: if it opened and closed one again, the system would take its lock away. */
    private static final Set<String> HELD_HERE = ConcurrentHashMap.newKeySet();

    /** A module, if it was built and all that it needs is still there. */
    Optional<DescribedModule> module(String key) throws IOException {
        var file = modules().resolve(DescribedModule.fileName(key));
        return Files.exists(file)
                ? Optional.of(DescribedModule.read(file)).filter(DescribedModule::isThere)
                : Optional.empty();
    }

    private Path modules() {
        return directory.resolve("modules");
    }

    /** Where the output of the last build is. */
    Path log() {
        return directory.resolve("build.log");
    }

    /** A place to build in that was never there before: of a killed build, something may still run in its own. */
    Worktree newWorktree() throws IOException {
        return Worktree.in(Files.createTempDirectory(Files.createDirectories(directory), WORK_TREE)
                .toRealPath());
    }

    /** Takes over what was built. */
    void keep(List<DescribedModule> built, Worktree worktree) throws IOException {
        var copied = new CopiedOutputs(worktree.directory(), directory.resolve("outputs"));
        for (var module : built) {
            copied.copy(module).writeInto(modules());
        }
    }

    /** Notes that it is of use. */
    void touch() throws IOException {
        Files.setLastModifiedTime(directory, FileTime.from(Instant.now()));
    }

    Instant lastUse() throws IOException {
        return Files.getLastModifiedTime(directory).toInstant();
    }

    /** Removes what builds have left that did not end by themselves. */
    void removeAbandoned() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var abandoned = Files.newDirectoryStream(directory, WORK_TREE + "*")) {
            for (var place : abandoned) {
                Worktree.in(place).remove();
                Worktree.delete(place);
            }
        }
    }

    void delete() throws IOException {
        removeAbandoned();
        Worktree.delete(directory);
    }

    /** Excludes all others, once they are ready; {@code whileWaiting} is run if they are not. */
    Held await(Runnable whileWaiting) throws IOException, MojoExecutionException {
        var isSaid = false;
        while (true) {
            var held = tryLock();
            if (held.isPresent()) {
                return held.get();
            }
            if (!isSaid) {
                whileWaiting.run();
                isSaid = true;
            }
            sleep();
        }
    }

    /** Excludes all others, if none is at it. */
    Optional<Held> tryLock() throws IOException {
        var file = directory.resolveSibling(directory.getFileName() + ".lock");
        Files.createDirectories(file.getParent());
        if (!HELD_HERE.add(file.toString())) {
            return Optional.empty();
        }
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return Optional.of(new Held(file, channel));
            }
            channel.close();
        } catch (IOException | RuntimeException unusable) {
            HELD_HERE.remove(file.toString());
            throw unusable;
        }
        HELD_HERE.remove(file.toString());
        return Optional.empty();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        }
    }

    private static void sleep() throws MojoExecutionException {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while another build was building the baseline.", interrupted);
        }
    }

    /** Until it is closed, nobody else changes anything. */
    record Held(Path file, FileChannel channel) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                HELD_HERE.remove(file.toString());
            }
        }
    }
}
