package dev.perfbudget.junit.client;

import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A runner that was started and has connected. It ends by itself when its link is closed, however this JVM ends. */
final class RunnerProcess implements Closeable {

    private static final String MAIN = "dev.perfbudget.runner.Main";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration LAST_BREATH = Duration.ofSeconds(5);
    private static final int LINES_KEPT = 40;

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread outputReader;
    private final Link link;

    private RunnerProcess(Process process, LinkServer server) throws IOException {
        this.process = process;
        this.outputReader = new Thread(this::keepLastLines, "perfbudget-runner-output");
        outputReader.setDaemon(true);
        outputReader.start();
        this.link = accept(server);
    }

    static RunnerProcess start(Path javaHome, Path bundle) throws IOException {
        try (var server = new LinkServer()) {
            var builder = builder(javaHome, bundle, System.getenv(), server.address());
            return new RunnerProcess(builder.start(), server);
        }
    }

    static ProcessBuilder builder(Path javaHome, Path bundle, Map<String, String> environment, String address) {
        var builder = new ProcessBuilder(command(javaHome, bundle)).redirectErrorStream(true);
        return ChildEnvironment.of(environment).giveTo(builder, address);
    }

    Link link() {
        return link;
    }

    /** Why there will be no more messages. */
    String obituary() {
        return "The runner process (pid " + process.pid() + ") ended before it had decided" + howItEnded()
                + ". Nothing that it had not decided counts as measured; finished forks are kept in the run's files."
                + lastWords();
    }

    @Override
    public void close() throws IOException {
        link.close();
        try {
            if (!process.waitFor(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path javaHome, Path bundle) {
        return List.of(
                javaHome.resolve("bin").resolve("java").toString(),
                // Small and quick to start: it waits most of the time, and must not disturb what it watches.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                bundle.resolve("lib").resolve("*").toString(),
                MAIN);
    }

    private Link accept(LinkServer server) throws IOException {
        var deadline = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            var connected = connected(server);
            if (connected.isPresent()) {
                return connected.get();
            }
        }
        var ended = howItEnded();
        process.destroyForcibly();
        throw new CannotMeasureException("The runner process did not start" + ended + "." + lastWords());
    }

    private static Optional<Link> connected(LinkServer server) throws IOException {
        try {
            return Optional.of(server.accept(BETWEEN_LOOKS));
        } catch (SocketTimeoutException notYet) {
            return Optional.empty();
        }
    }

    private String howItEnded() {
        try {
            outputReader.join(LAST_BREATH.toMillis());
            return process.waitFor(LAST_BREATH.toMillis(), TimeUnit.MILLISECONDS)
                    ? " (exit code " + process.exitValue() + ")"
                    : " (it is still there, and is killed now)";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private String lastWords() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? " It printed nothing." : " It printed:\n" + String.join("\n", lastLines);
        }
    }

    private void keepLastLines() {
        try (var lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
            }
        } catch (IOException closed) {
            keep("(its output ended with " + closed + ")");
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.remove();
            }
        }
    }
}
