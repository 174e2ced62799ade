package dev.perfbudget.runner.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the threads of a silent fork were doing, as its JDK's {@code jcmd} tells.
 *
 * @param text the dump; empty if there is no {@code jcmd}, or the JVM did not answer
 */
record ThreadDump(String text) {

    private static final Duration AT_MOST = Duration.ofSeconds(5);

    static ThreadDump of(long pid, Path javaHome) {
        var jcmd = List.of("jcmd", "jcmd.exe").stream()
                .map(name -> javaHome.resolve("bin").resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        return new ThreadDump(jcmd.map(command -> ask(command, pid)).orElse(""));
    }

    private static String ask(Path jcmd, long pid) {
        try {
            var process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            var output = OutputTail.of(process.getInputStream());
            if (!process.waitFor(AT_MOST.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return process.exitValue() == 0 ? output.awaitText() : "";
        } catch (IOException unavailable) {
            return "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Where JMH's worker was: the innermost frame that is not the JDK's, as a stack trace writes it. */
    Optional<String> where() {
        var worker = text.indexOf("-jmh-worker-");
        if (worker < 0) {
            return Optional.empty();
        }
        return text.substring(worker)
                .lines()
                .map(String::strip)
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith("at "))
                .map(line -> line.substring(3))
                .filter(frame -> !frame.matches("(java|jdk|sun)[.].*|java[.]base@.*"))
                .findFirst();
    }
}
