package dev.perfbudget.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository whose work tree is a little project. */
public record LittleGit(Path directory) {

    /** A new one, with nothing in it. */
    public static LittleGit init(Path directory) {
        var git = new LittleGit(directory);
        git.run("init", "--quiet", "--initial-branch=main");
        git.ignore("target/");
        return git;
    }

    private void ignore(String pattern) {
        try {
            Files.writeString(directory.resolve(".gitignore"), pattern + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Commits all that is there. */
    public String commit(String message) {
        run("add", "--all");
        run("commit", "--quiet", "--message", message);
        return run("rev-parse", "HEAD");
    }

    /** What it says. */
    public String run(String... arguments) {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=Somebody", "-c", "user.email=somebody@acme.com"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output;
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
