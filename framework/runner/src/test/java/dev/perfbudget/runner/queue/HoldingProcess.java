package dev.perfbudget.runner.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another process that has its turn and keeps it until it is killed. */
final class HoldingProcess {

    private HoldingProcess() {}

    static Process start(Path... directories) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldingProcess.class.getName()));
        Stream.of(directories).map(Path::toString).forEach(command::add);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"holding".equals(output.readLine())) {
            throw new IOException("The other process got no turn");
        }
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        var self = new Holder(ProcessHandle.current().pid(), Instant.parse("2026-11-21T10:32:10Z"), "/projects/other");
        var queue = new MachineQueue(Stream.of(arguments).map(Path::of).toList(), ZoneId.of("UTC"));
        try (var turn =
                queue.await(() -> self, System.err::println, () -> false).orElseThrow()) {
            System.out.println("holding");
            TimeUnit.MINUTES.sleep(turn.notes().size() + 5L);
        }
    }
}
