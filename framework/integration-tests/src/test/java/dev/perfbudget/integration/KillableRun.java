package dev.perfbudget.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A test JVM of its own that measures {@link KindsOfWork} and can be killed. */
final class KillableRun {

    private static final String MARK = "KILLABLE_RUN";
    static final String LAST_WORD = "everything was reported";

    private KillableRun() {}

    /** Starts it; its console goes to {@code log} and ends with {@link #LAST_WORD} if it ends by itself. */
    static Process start(Path output, Map<String, String> settings, Path log) throws IOException {
        var arguments = new ArrayList<>(List.of(KillableRun.class.getName(), output.toString()));
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        return start(arguments, output, log);
    }

    /** Starts a JVM with this class path; {@link #processesOf} finds what it starts. */
    static Process start(List<String> arguments, Path output, Path log) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put(MARK, output.toString());
        return builder.start();
    }

    /** Every process that such a run has started, whoever its parent is by now: children inherit the environment. */
    static List<ProcessHandle> processesOf(Path output) {
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process).contains(MARK + "=" + output + "\0"))
                .toList();
    }

    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrNotOurs) {
            return "";
        }
    }

    public static void main(String[] arguments) {
        var settings = new LinkedHashMap<String, String>();
        for (var argument : List.of(arguments).subList(1, arguments.length)) {
            var equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        EngineRun.of(Path.of(arguments[0]), settings, List.of(KindsOfWork.class));
        System.out.println(LAST_WORD);
    }
}
