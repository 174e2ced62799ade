package dev.perfbudget.maven;

import dev.perfbudget.protocol.ArgumentFile;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A clean JVM that runs the module's benchmarks as tests: {@code dev.perfbudget.junit.launcher.Main}, whose contract is
 * described with its package.
 *
 * @param jdk what it runs on
 * @param classPath the module's, with what was missing
 * @param directory the module's, where it is started
 * @param systemProperties what was said with {@code -Dperfbudget.…}
 */
record TestJvm(Jdk jdk, List<Path> classPath, Path directory, Map<String, String> systemProperties) {

    private static final String MAIN = "dev.perfbudget.junit.launcher.Main";

    TestJvm {
        classPath = List.copyOf(classPath);
        systemProperties = Map.copyOf(systemProperties);
    }

    /** Everything was run. */
    static final int RAN = 0;
    /** Everything was run, and a test failed. */
    static final int FAILED = 1;

    /**
     * How it ended.
     *
     * @param problems empty if it said nothing about them
     * @param runs directories of the runs whose files are whole
     */
    record End(int exitCode, String problems, List<Path> runs) {

        End {
            runs = List.copyOf(runs);
        }

        /** Whether everything was run that was asked for, whatever became of it. */
        boolean isComplete() {
            return exitCode == RAN || exitCode == FAILED;
        }

        /** What to tell people if it did not end well. */
        String message() {
            return problems.isBlank()
                    ? "The test JVM ended with exit code [" + exitCode
                            + "] and without a reason: see what it printed above."
                    : problems.strip();
        }
    }

    /**
     * Runs to the end.
     *
     * @param workDirectory where request, arguments and answer are written
     * @param out takes every line that it prints
     */
    End run(Path workDirectory, Properties request, Consumer<String> out) throws IOException, InterruptedException {
        Files.createDirectories(workDirectory);
        var problems = answer("problems", workDirectory, request);
        var runs = answer("runs", workDirectory, request);
        request.setProperty("endWithInput", "true");
        var requestFile = workDirectory.resolve("request.properties");
        try (var writer = Files.newBufferedWriter(requestFile, StandardCharsets.UTF_8)) {
            request.store(writer, null);
        }
        var argumentFile = ArgumentFile.forLauncher(workDirectory.resolve("java.args"));
        argumentFile.write(
                arguments(requestFile).stream().map(ArgumentFile::quoted).toList());
        var process = new ProcessBuilder(jdk.java().toString(), "@" + argumentFile.path())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var exitCode = waitFor(process, out);
        return new End(
                exitCode,
                String.join("\n", lines(problems)),
                lines(runs).stream().map(Path::of).toList());
    }

    /** A file that it shall write; what an earlier one wrote is no answer. */
    private static Path answer(String name, Path workDirectory, Properties request) throws IOException {
        var file = workDirectory.resolve(name + ".txt");
        Files.deleteIfExists(file);
        request.setProperty(name, file.toString());
        return file;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private List<String> arguments(Path requestFile) {
        var arguments = new ArrayList<String>();
        systemProperties.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        arguments.add("-cp");
        arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        arguments.add(MAIN);
        arguments.add(requestFile.toString());
        return arguments;
    }

    /** It ends with Maven: at once when Maven is told to end, and by the end of its input however Maven ends. */
    private static int waitFor(Process process, Consumer<String> out) throws IOException, InterruptedException {
        var kill = new Thread(process::destroyForcibly, "perfbudget-kill-test-jvm");
        Runtime.getRuntime().addShutdownHook(kill);
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), printed()))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                out.accept(line);
            }
            return process.waitFor();
        } finally {
            process.destroyForcibly();
            removeHook(kill);
        }
    }

    /** What a JVM prints in. */
    private static Charset printed() {
        var name = System.getProperty("native.encoding", "");
        return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook does its work.
        }
    }
}
