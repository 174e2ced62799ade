package dev.perfbudget.runner.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A command that answers and ends: {@code git}, {@code javac}, {@code jcmd}.
 *
 * @param command program and arguments
 * @param directory where it runs
 * @param atMost how long it may take before it is ended
 */
public record Tool(List<String> command, Path directory, Duration atMost) {

    public Tool {
        command = List.copyOf(command);
    }

    /** What it said; empty if it could not be started or did not end in time. */
    public Optional<Answer> ask() {
        return ask(variables -> {});
    }

    /**
     * The same among other environment variables.
     *
     * @param change of those that this process has
     */
    public Optional<Answer> ask(Consumer<Map<String, String>> change) {
        try {
            var builder = new ProcessBuilder(command).directory(directory.toFile());
            change.accept(builder.environment());
            return answerOf(builder.start());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private Optional<Answer> answerOf(Process process) {
        var output = OutputTail.of(process.getInputStream());
        var errors = OutputTail.of(process.getErrorStream());
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            return Optional.of(new Answer(process.exitValue(), output.awaitText(), errors.awaitText()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            new ProcessTree(process.toHandle()).kill();
        }
    }

    /**
     * What a command said.
     *
     * @param exitStatus 0 if all went well
     * @param output the last of what it printed
     * @param errors the last of what it complained of
     */
    public record Answer(int exitStatus, String output, String errors) {

        /** The output of a command that succeeded. */
        public Optional<String> ifSuccessful() {
            return exitStatus == 0 ? Optional.of(output) : Optional.empty();
        }
    }
}
