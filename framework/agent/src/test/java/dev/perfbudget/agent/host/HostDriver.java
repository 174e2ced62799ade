package dev.perfbudget.agent.host;

import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.FromFork.ForkReady;
import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromHost;
import dev.perfbudget.protocol.FromHost.HostReady;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.Message;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A runner as far as one host needs one: starts it, commands it, and hears its forks. */
final class HostDriver implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LinkServer server = new LinkServer();
    private final BlockingQueue<Link> arrivals = new LinkedBlockingQueue<>();
    private final Process process;
    private final Link host;
    final HostReady ready;

    private HostDriver(Path java, List<String> classPath, Path directory) throws IOException, InterruptedException {
        var arguments = Files.createTempFile(directory, "host", ".args");
        Files.writeString(
                arguments,
                "-cp\n" + quoted(String.join(File.pathSeparator, classPath)) + "\n" + HostMain.class.getName() + "\n",
                Charset.defaultCharset());
        var builder = new ProcessBuilder(java.toString(), "@" + arguments)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("host.out").toFile());
        builder.environment().put(LinkServer.ADDRESS_VARIABLE, server.address());
        process = builder.start();
        var acceptor = new Thread(this::acceptAll, "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
        host = next();
        ready = (HostReady) host.receive().orElseThrow();
    }

    static HostDriver start(Path directory) throws IOException, InterruptedException {
        return start(ownClassPath(), directory);
    }

    static HostDriver start(List<String> classPath, Path directory) throws IOException, InterruptedException {
        return new HostDriver(Path.of(System.getProperty("java.home"), "bin", "java"), classPath, directory);
    }

    static HostDriver start(Path javaHome, List<String> classPath, Path directory)
            throws IOException, InterruptedException {
        return new HostDriver(javaHome.resolve("bin").resolve("java"), classPath, directory);
    }

    static List<String> ownClassPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    /** One fork from command to answer. */
    Outcome run(RunFork command) throws IOException, InterruptedException {
        begin(command);
        var hearing = new Hearing();
        hearing.start();
        var answer = (FromHost) host.receive().orElseThrow();
        return new Outcome(answer, hearing.all());
    }

    /** Commands a fork without waiting for anything. */
    void begin(RunFork command) throws IOException {
        host.send(command);
    }

    /** The link of a fork that has been begun. */
    Link next() throws InterruptedException {
        var link = arrivals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (link == null) {
            throw new IllegalStateException("No process has connected; the host is alive: " + process.isAlive());
        }
        return link;
    }

    Process process() {
        return process;
    }

    Link link() {
        return host;
    }

    private void acceptAll() {
        try {
            while (true) {
                arrivals.add(server.accept(PATIENCE));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }

    @Override
    public void close() throws IOException {
        host.close();
        server.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Listens to one fork, if it comes. */
    private final class Hearing extends Thread {

        private final List<FromFork> messages = new ArrayList<>();
        private volatile boolean connected;

        @Override
        public void run() {
            try (var fork = next()) {
                connected = true;
                for (var message = fork.receive(); message.isPresent(); message = fork.receive()) {
                    messages.add((FromFork) message.get());
                }
            } catch (IOException | InterruptedException gone) {
                // A fork that never came has said nothing.
            }
        }

        /** After the host's answer, when the fork is gone or will not come. */
        List<FromFork> all() throws InterruptedException {
            if (!connected && arrivals.isEmpty()) {
                interrupt();
            }
            join();
            return List.copyOf(messages);
        }
    }

    /** What came of a fork. */
    record Outcome(FromHost answer, List<FromFork> messages) {

        ForkReady fork() {
            return only(ForkReady.class).get(0);
        }

        List<IterationEnded> iterations() {
            return only(IterationEnded.class);
        }

        private <T extends Message> List<T> only(Class<T> type) {
            return messages.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
