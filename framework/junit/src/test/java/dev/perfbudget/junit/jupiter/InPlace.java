package dev.perfbudget.junit.jupiter;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs classes with Jupiter and the real runner, with settings that make measurements short. */
final class InPlace {

    private static final Pattern NAME = Pattern.compile(
            "\"name\":\"[^\"]*?([^.\"]+\\.[^.\"]+)\",\"mode\":\"inPlace\",\"params\":\\{(?:\"invocation\":\"(\\d+)\")?\\}");

    private final Path output;

    InPlace(Path output) {
        this.output = output;
    }

    EngineExecutionResults run(Class<?> type) {
        return run(type, Map.of());
    }

    EngineExecutionResults run(Class<?> type, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(type))
                .configurationParameter("perfbudget.mode", "measure")
                .configurationParameter("perfbudget.runId", "it")
                .configurationParameter("perfbudget.output", output.toString())
                .configurationParameter("perfbudget.warmupIterations", "2")
                .configurationParameter("perfbudget.iterations", "6")
                .configurationParameter("perfbudget.iterationTime", "5 ms")
                .configurationParameters(parameters)
                .execute();
    }

    Path file(String name) {
        return output.resolve("runs/it").resolve(name);
    }

    /** Names of the tests that the run has, without package. */
    List<String> measuredTests() throws IOException {
        try (var files = Files.list(file("forks"))) {
            return files.map(InPlace::nameIn).toList();
        }
    }

    /** A line of a fork file begins with the schema and the benchmark. */
    private static String nameIn(Path forkFile) {
        var name = NAME.matcher(firstLine(forkFile)).results().findFirst().orElseThrow();
        return name.group(1) + (name.group(2) == null ? "" : "{invocation=" + name.group(2) + "}");
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).get(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    static Map<String, String> entries(EngineExecutionResults results) {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class))
                .flatMap(entry -> entry.getKeyValuePairs().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one + "\n" + other));
    }
}
