package dev.perfbudget.runner.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which process holds a lock on a file, where the system tells: Linux does, of processes that can be seen from here. */
final class LockOwners {

    /** {@code 1: POSIX ADVISORY WRITE 4711 08:01:2154610 0 EOF}. */
    private static final Pattern HELD = Pattern.compile("[0-9]+: \\S+ +\\S+ +\\S+ +([0-9]{1,9}) [^ ]*:([0-9]+) .*");

    private final Path root;

    LockOwners(Path root) {
        this.root = root;
    }

    Optional<Long> of(Path file) {
        try {
            var inode = String.valueOf(Files.getAttribute(file, "unix:ino"));
            return Files.readString(root.resolve("proc/locks"))
                    .lines()
                    .map(HELD::matcher)
                    .filter(line -> line.matches() && line.group(2).equals(inode))
                    .map(line -> Long.valueOf(line.group(1)))
                    .filter(pid -> pid > 0)
                    .findFirst();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException anotherSystem) {
            return Optional.empty();
        }
    }
}
