package dev.perfbudget.integration;

import static org.junit.platform.launcher.EngineFilter.includeEngines;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Benchmarks run the way an IDE runs them: through the JUnit Platform, in this JVM, with real forks.
 *
 * @param output where the run's files are
 * @param leaves one for each benchmark, as the platform reported it
 */
record EngineRun(Path output, List<Leaf> leaves) {

    /** One benchmark as the platform reported it. */
    record Leaf(TestIdentifier test, TestExecutionResult result) {

        boolean passed() {
            return result.getStatus() == Status.SUCCESSFUL;
        }

        /** Why it did not pass; empty if it did. */
        String message() {
            return result.getThrowable().map(String::valueOf).orElse("");
        }
    }

    static EngineRun of(Path output, Map<String, String> settings, List<Class<?>> benchmarks) {
        return selected(
                output,
                settings,
                benchmarks.stream().map(DiscoverySelectors::selectClass).toList());
    }

    static EngineRun selected(Path output, Map<String, String> settings, List<? extends DiscoverySelector> selectors) {
        var outcome = new Listener();
        LauncherFactory.create().execute(request(output, settings, selectors), outcome);
        return new EngineRun(output, List.copyOf(outcome.leaves));
    }

    /** The one run below {@code output}, from its file. */
    Run run() {
        try (var runs = Files.list(output.resolve("runs"))) {
            var only = runs.toList();
            if (only.size() != 1) {
                throw new AssertionError("Expected one run, but there are " + only);
            }
            return RunDirectory.of(output, only.get(0).getFileName().toString()).readRun();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LauncherDiscoveryRequest request(
            Path output, Map<String, String> settings, List<? extends DiscoverySelector> selectors) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("perfbudget.mode", "measure");
        parameters.put("perfbudget.output", output.toString());
        settings.forEach((name, value) -> parameters.put("perfbudget." + name, value));
        return LauncherDiscoveryRequestBuilder.request()
                .filters(includeEngines("perfbudget"))
                .configurationParameters(parameters)
                .selectors(selectors)
                .build();
    }

    private static final class Listener implements TestExecutionListener {

        private final List<Leaf> leaves = new ArrayList<>();

        @Override
        public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                leaves.add(new Leaf(test, result));
            }
        }
    }
}
