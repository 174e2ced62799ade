package dev.perfbudget.maven.paired;

import java.nio.file.Path;

/** A JVM that does nothing but check a commit out: the repository, the work tree. */
final class CheckOutUntilKilled {

    private CheckOutUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        var worktree = new Worktree(Path.of(arguments[1]));
        try (var child = new EndsWithUs(worktree)) {
            worktree.add(new GitRepository(Path.of(arguments[0])), "HEAD", child::launch);
        }
    }
}
