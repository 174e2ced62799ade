package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.List;

/** A JVM that does nothing but build a baseline: Maven's home, the work tree, the log. */
final class BuildUntilKilled {

    private BuildUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        new FakeMaven(Path.of(arguments[0]))
                .build()
                .run(new Worktree(Path.of(arguments[1])), List.of("com.acme:shop"), Path.of(arguments[2]));
    }
}
