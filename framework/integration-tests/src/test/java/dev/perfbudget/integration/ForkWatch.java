package dev.perfbudget.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at the command line of every JMH fork that is started below this process, by whomever, while it is open. */
final class ForkWatch implements AutoCloseable {

    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";
    private static final String HINTS = "-XX:CompileCommandFile=";
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final Map<Long, ForkCommand> seen = new ConcurrentHashMap<>();
    private final Thread watcher = new Thread(this::watch, "fork-watch");
    private volatile boolean open = true;

    /**
     * What the JVM of a fork was started with.
     *
     * @param arguments of the JVM, in order, without class path, main class and port; the file of compiler hints is
     *     replaced by its content
     */
    record ForkCommand(String java, List<String> arguments, List<String> classPath) {}

    ForkWatch() {
        watcher.setDaemon(true);
        watcher.start();
    }

    /** The different ones. */
    Set<ForkCommand> commands() {
        return Set.copyOf(seen.values());
    }

    private void watch() {
        while (open) {
            ProcessHandle.current()
                    .descendants()
                    .filter(process -> !seen.containsKey(process.pid()))
                    .forEach(process -> read(process).ifPresent(command -> seen.put(process.pid(), command)));
            try {
                Thread.sleep(OFTEN.toMillis());
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private static Optional<ForkCommand> read(ProcessHandle process) {
        try {
            // ProcessHandle.Info leaves arguments out that are longer than a page, as class paths are.
            var raw =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8);
            var words = List.of(raw.split("\0"));
            if (!words.contains(FORK)) {
                return Optional.empty();
            }
            var classPath = words.indexOf("-cp");
            var arguments = new ArrayList<String>();
            for (var word : words.subList(1, classPath)) {
                arguments.add(word.startsWith(HINTS) ? HINTS + hints(word.substring(HINTS.length())) : word);
            }
            return Optional.of(new ForkCommand(
                    words.get(0), arguments, List.of(words.get(classPath + 1).split(":"))));
        } catch (IOException alreadyGone) {
            return Optional.empty();
        }
    }

    private static String hints(String file) throws IOException {
        return Files.readAllLines(Path.of(file)).toString();
    }

    @Override
    public void close() {
        open = false;
    }
}
