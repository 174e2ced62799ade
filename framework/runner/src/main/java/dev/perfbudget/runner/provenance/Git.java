package dev.perfbudget.runner.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The {@code git} command, asked about one directory. */
final class Git {

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final Path directory;

    Git(Path directory) {
        this.directory = directory;
    }

    Optional<String> commit() {
        return ask("rev-parse", "HEAD");
    }

    /** Absent where no branch is checked out, as CI systems like to do. */
    Optional<String> branch() {
        return ask("symbolic-ref", "--quiet", "--short", "HEAD");
    }

    /** Whether a tracked file differs from the commit. */
    boolean dirty() {
        return ask("status", "--porcelain", "--untracked-files=no")
                .filter(changes -> !changes.isEmpty())
                .isPresent();
    }

    private Optional<String> ask(String... arguments) {
        var command = new ArrayList<>(List.of("git", "--no-optional-locks"));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return answerOf(process);
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    /** The first bytes are all that is ever asked for; a longer answer ends when the process is ended. */
    private static Optional<String> answerOf(Process process) throws IOException {
        var answer = new StringBuilder();
        var reader = new Thread(() -> read(process, answer), "perfbudget-git");
        reader.setDaemon(true);
        reader.start();
        try {
            reader.join(AT_MOST.toMillis());
            if (!process.waitFor(reader.isAlive() ? 0 : AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Optional.of(answer.toString().strip()) : Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void read(Process process, StringBuilder answer) {
        try {
            answer.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException ended) {
            answer.setLength(0);
        }
    }
}
