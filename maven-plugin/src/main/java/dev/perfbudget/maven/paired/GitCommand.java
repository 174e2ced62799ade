package dev.perfbudget.maven.paired;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The {@code git} command.
 *
 * @param directory that it is run in
 * @param launcher starts it
 */
record GitCommand(Path directory, Launcher launcher) {

    /** What git sets for its hooks; another work tree must not take it for its own. */
    static final List<String> OF_ANOTHER_WORK_TREE = List.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_PREFIX",
            "GIT_COMMON_DIR",
            "GIT_OBJECT_DIRECTORY",
            "GIT_NAMESPACE");

    /** One that takes so little time that nobody needs to end it. */
    GitCommand(Path directory) {
        this(directory, EndsWithUs.Start::process);
    }

    /** Who starts it, and may see to its end. */
    interface Launcher {

        Process launch(EndsWithUs.Start start) throws IOException, MojoExecutionException;
    }

    /**
     * What it said.
     *
     * @param output without the blanks at its ends
     * @param problems the same of the standard error
     */
    record Answer(int exitCode, String output, String problems) {

        /** Where there was nothing to ask. */
        static final Answer NOTHING = new Answer(0, "", "");

        boolean isGood() {
            return exitCode == 0;
        }
    }

    /** Runs it to the end. Hooks of the repository are not run. */
    Answer run(String... arguments) throws MojoExecutionException {
        var command = new ArrayList<>(List.of("git", "-c", "core.hooksPath=" + nothing()));
        command.addAll(List.of(arguments));
        try {
            var problems = Files.createTempFile("perfbudget-git", ".txt");
            try {
                return answer(launcher.launch(() -> start(command, problems.toFile())), problems);
            } finally {
                Files.delete(problems);
            }
        } catch (IOException notStarted) {
            throw new MojoExecutionException(
                    "perfbudget.baseline: git cannot be run in [" + directory + "]: " + notStarted.getMessage()
                            + ". Install git and put it on the PATH, or name the baseline by gav:, release: or dir:.",
                    notStarted);
        }
    }

    private Process start(List<String> command, File problems) throws IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectError(problems);
        builder.environment().keySet().removeAll(OF_ANOTHER_WORK_TREE);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        return builder.start();
    }

    private static Answer answer(Process process, Path problems) throws IOException, MojoExecutionException {
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(
                    process.waitFor(),
                    output.strip(),
                    Files.readString(problems).strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while git was asked for the baseline.", interrupted);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String nothing() {
        return File.separatorChar == '/' ? "/dev/null" : "NUL";
    }
}
