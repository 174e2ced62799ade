package dev.perfbudget.maven.paired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Files of a work tree that outlive it.
 *
 * @param worktree where they were made
 * @param target where they go, under the same names
 */
record CopiedOutputs(Path worktree, Path target) {

    /** A module, whose files are not in the work tree any more. */
    DescribedModule copy(DescribedModule module) throws IOException {
        Map<Path, Path> places = new HashMap<>();
        for (var entry : module.entries()) {
            if (entry.file().startsWith(worktree)) {
                places.put(entry.file(), copied(entry.file()));
            }
        }
        return module.at(file -> places.getOrDefault(file, file));
    }

    private Path copied(Path file) throws IOException {
        var copy = target.resolve(worktree.relativize(file));
        if (Files.exists(copy)) {
            return copy;
        }
        Files.createDirectories(copy.getParent());
        var unfinished = Files.createTempDirectory(target, "unfinished").resolve("copy");
        copyAll(file, unfinished);
        Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(unfinished.getParent());
        return copy;
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
