package dev.perfbudget.maven.paired;

import java.nio.file.Path;
import java.util.List;

/** A JVM that does nothing but build a baseline: Maven's home, the work tree, the log. */
final class BuildUntilKilled {

    private BuildUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        try (var child = new EndsWithUs(new Worktree(Path.of(arguments[1])))) {
            new FakeMaven(Path.of(arguments[0])).build().run(child, List.of("com.acme:shop"), Path.of(arguments[2]));
        }
    }
}
