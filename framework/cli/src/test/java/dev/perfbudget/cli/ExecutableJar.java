package dev.perfbudget.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code target/perfbudget.jar} in a JVM of its own, as people start it. */
final class ExecutableJar {

    private static final Path JAR = Path.of("target", "perfbudget.jar").toAbsolutePath();
    private static final long MINUTES = 3;

    private final Path directory;
    private final List<String> jvmArguments;

    /** @param directory where it runs, and where its output is kept */
    ExecutableJar(Path directory, String... jvmArguments) {
        this.directory = directory;
        this.jvmArguments = List.of(jvmArguments);
    }

    /** Runs it in the locale C, as a bare container has it. */
    Called call(Object... arguments) {
        var output = directory.resolve("stdout.txt").toFile();
        var errors = directory.resolve("stderr.txt").toFile();
        return new Called(run(output, errors, arguments), read(output), read(errors));
    }

    /** Runs it with its output somewhere else. */
    Called callInto(File output, Object... arguments) {
        var errors = directory.resolve("stderr.txt").toFile();
        return new Called(run(output, errors, arguments), "", read(errors));
    }

    /** Starts it and does not wait. */
    Process start(Object... arguments) throws IOException {
        return start(
                directory.resolve("stdout.txt").toFile(),
                directory.resolve("stderr.txt").toFile(),
                arguments);
    }

    private Process start(File output, File errors, Object... arguments) throws IOException {
        var builder = new ProcessBuilder(command(arguments))
                .directory(directory.toFile())
                .redirectOutput(output)
                .redirectError(errors);
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.contains("JAVA_") && name.endsWith("OPTIONS"));
        return builder.start();
    }

    private int run(File output, File errors, Object... arguments) {
        try {
            var process = start(output, errors, arguments);
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Still running after " + MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private List<String> command(Object... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.add("-jar");
        command.add(JAR.toString());
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return command;
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
