package dev.perfbudget.model.json;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that writes a large baseline and may not: the system refuses further bytes as a full disk does. */
final class FullDisk {

    private FullDisk() {}

    /** Runs it with room for a few kilobytes. */
    static String write(Path shell, Path module) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = "ulimit -f 4; exec '" + java + "' -XX:-UsePerfData -cp '" + System.getProperty("java.class.path")
                + "' " + FullDisk.class.getName() + " '" + module + "'";
        var process = new ProcessBuilder(shell.toString(), "-c", command)
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    public static void main(String[] arguments) {
        var values = Collections.nCopies(100_000, 12_345.0);
        var sample = new Sample(
                new SampleId("com.acme.JsonBench.parse", Map.of(), "mean"),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                Unit.NANOSECONDS,
                Optional.empty(),
                List.of(new Session(List.of(new ForkSample(values, true)))));
        var session = new AcceptedSession(Map.of(), Instant.EPOCH, Optional.empty(), List.of(sample));
        try {
            CommittedFiles.of(Path.of(arguments[0])).write(new AcceptedSessions(List.of(session)));
            System.out.println("There was room.");
        } catch (IOException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
