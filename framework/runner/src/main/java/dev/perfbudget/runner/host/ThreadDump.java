package dev.perfbudget.runner.host;

import dev.perfbudget.runner.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
        return new ThreadDump(jcmd.map(command -> List.of(command.toString(), Long.toString(pid), "Thread.print"))
                .flatMap(command -> new Tool(command, javaHome, AT_MOST).ask())
                .flatMap(Tool.Answer::ifSuccessful)
                .orElse(""));
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
