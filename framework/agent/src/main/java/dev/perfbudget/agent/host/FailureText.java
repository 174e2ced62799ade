package dev.perfbudget.agent.host;

import dev.perfbudget.protocol.FromHost.ForkFailed;
import dev.perfbudget.protocol.FromHost.ForkFailed.Kind;
import dev.perfbudget.protocol.ToHost.RunFork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkException;

/**
 * Turns what JMH says of a fork that failed into one line for people, and detail of bounded length. JMH tells by
 * exceptions that differ in their text only, and by remarks between them.
 */
final class FailureText {

    static final int LONGEST_DETAIL = 64 * 1024;
    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_TRACE = 24 * 1024;

    private static final Pattern EXIT_CODE = Pattern.compile("VM failed with exit code (-?\\d+)");
    private static final Pattern PRINTED_EXCEPTION = Pattern.compile("<failure>\\s+(\\S[^\\n]*)");
    private static final String EXITED = "VM prematurely exited before JMH had finished";
    private static final String TIMED_OUT = "(benchmark timed out, interrupted";

    private final RunFork command;
    private final ForkOutput output;

    FailureText(RunFork command, ForkOutput output) {
        this.command = command;
        this.output = output;
    }

    ForkFailed notListed() {
        return failed(
                Kind.NOT_STARTED,
                "JMH's benchmark list does not have [" + name() + "]. If it was renamed or deleted, build cleanly"
                        + " (mvn clean)",
                "");
    }

    ForkFailed contradictoryLists() {
        return failed(
                Kind.NOT_STARTED,
                "Benchmark lists on the class path contradict each other about [" + name() + "]: one is older than the"
                        + " class. Build cleanly (mvn clean)",
                "");
    }

    ForkFailed endedEarly(int iterations) {
        return failed(
                Kind.MISSING,
                "The fork of [" + name() + "] ended after [" + iterations + "] measured iterations without an error:"
                        + " something in it called Runtime.halt(0) or System.exit(0)",
                "");
    }

    ForkFailed of(Exception failure) {
        var causes = benchmarkErrors(failure);
        if (causes.isEmpty()) {
            return failed(Kind.NOT_STARTED, "JMH could not run [" + name() + "]: " + oneLine(failure), trace(failure));
        }
        var first = causes.get(0);
        var text = String.valueOf(first.getMessage());
        var exitCode = exitCode(text);
        if (exitCode.isPresent()) {
            return ended(exitCode.getAsInt());
        }
        if (text.contains(EXITED)) {
            return exited();
        }
        if (first instanceof IOException) {
            return failed(Kind.NOT_STARTED, "The fork of [" + name() + "] could not be started: " + text, trace(first));
        }
        return threw(first);
    }

    private ForkFailed threw(Throwable error) {
        if (error instanceof InterruptedException && remarks().contains(TIMED_OUT)) {
            return failed(
                    Kind.HUNG,
                    "An iteration of [" + name() + "] outlived its time-out and was interrupted",
                    trace(error));
        }
        if (error instanceof OutOfMemoryError) {
            return failed(Kind.DIED, "The fork of [" + name() + "] ran out of memory: " + oneLine(error), trace(error));
        }
        return failed(Kind.THREW, "[" + name() + "] threw " + oneLine(error), trace(error));
    }

    /** JMH's shutdown hook ran, so this was no signal that cannot be caught and no crash. */
    private ForkFailed exited() {
        var code = exitCode(remarks());
        if (code.isPresent() && code.getAsInt() > 128) {
            return ended(code.getAsInt());
        }
        return failed(
                Kind.DIED,
                "[" + name() + "] called System.exit(" + (code.isPresent() ? code.getAsInt() : 0)
                        + "), or something that it calls did",
                "");
    }

    private ForkFailed ended(int code) {
        // An exception that cannot be serialised breaks JMH's link, but JMH has printed it before.
        var printed = PRINTED_EXCEPTION.matcher(remarks());
        if (code == 1 && printed.find()) {
            return failed(Kind.THREW, "[" + name() + "] threw " + shortened(printed.group(1)), remarks());
        }
        if (code > 128 && code < 128 + 64) {
            return failed(Kind.DIED, "The fork of [" + name() + "] was killed by signal " + signal(code - 128), "");
        }
        return failed(Kind.DIED, "The fork of [" + name() + "] exited with code [" + code + "]", "");
    }

    private static String signal(int number) {
        return switch (number) {
            case 6 -> "6 (SIGABRT): the JVM crashed, or aborted itself";
            case 9 -> "9 (SIGKILL): by someone, or by the system for want of memory";
            case 11 -> "11 (SIGSEGV): the JVM crashed";
            case 15 -> "15 (SIGTERM)";
            default -> String.valueOf(number);
        };
    }

    private ForkFailed failed(Kind kind, String message, String trace) {
        var detail = new StringBuilder(trace.length() > LONGEST_TRACE ? trace.substring(0, LONGEST_TRACE) : trace);
        append(detail, "The fork printed:", output.printedText());
        if (trace.isEmpty()) {
            append(detail, "JMH remarked:", remarks());
        }
        return new ForkFailed(
                command.forkId(),
                kind,
                shortened(message) + ".",
                detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail.toString());
    }

    /** The end of the text is what matters. */
    private static void append(StringBuilder detail, String heading, String text) {
        var room = LONGEST_DETAIL - detail.length() - heading.length() - 4;
        if (text.isBlank() || room <= 0) {
            return;
        }
        detail.append(detail.isEmpty() ? "" : "\n").append(heading).append('\n');
        detail.append(text.length() > room ? text.substring(text.length() - room) : text);
    }

    private String name() {
        return command.benchmark().toString();
    }

    private String remarks() {
        return output.remarksText();
    }

    /** JMH wraps what happened in the fork as suppressed exceptions. */
    private static List<Throwable> benchmarkErrors(Exception failure) {
        var thrown = failure instanceof BenchmarkException ? failure : failure.getCause();
        return Optional.ofNullable(thrown)
                .filter(BenchmarkException.class::isInstance)
                .map(benchmark -> Arrays.asList(benchmark.getSuppressed()))
                .orElse(List.of());
    }

    private static OptionalInt exitCode(String text) {
        var matcher = EXIT_CODE.matcher(text);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static String oneLine(Throwable error) {
        return shortened(error.toString()
                .strip()
                .lines()
                .findFirst()
                .orElse(error.getClass().getName()));
    }

    private static String shortened(String line) {
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
    }

    private static String trace(Throwable error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
