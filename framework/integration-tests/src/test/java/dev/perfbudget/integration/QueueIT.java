package dev.perfbudget.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several checkouts of one machine that measure at once. */
class QueueIT {

    private static final long PATIENCE_MINUTES = 5;
    private static final Map<String, String> SHORT =
            Map.of("forks", "1", "warmupIterations", "1", "iterations", "2", "iterationTime", "50 ms", "cap", "3 min");

    @TempDir
    private Path folder;

    @Test
    void measurements_wait_for_each_other_and_for_none_that_is_killed() throws Exception {
        var killed = start("killed");
        awaitForkOf("killed");
        var waiting = List.of(start("one"), start("two"), start("three"));
        awaitLineOf("one", "waiting for");
        awaitLineOf("two", "waiting for");
        awaitLineOf("three", "waiting for");

        killed.destroyForcibly();

        for (var process : waiting) {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        }
        var runs = new ArrayList<Run>();
        for (var name : List.of("one", "two", "three")) {
            assertThat(logOf(name)).contains("waiting for the measurement of [", KillableRun.LAST_WORD);
            runs.add(runOf(name));
        }
        assertThat(runs).allSatisfy(run -> assertThat(run.benchmarks()).allSatisfy(benchmark -> {
            assertThat(benchmark.forks()).hasSize(1);
            assertThat(benchmark.failures()).isEmpty();
        }));
        runs.sort(Comparator.comparing(Run::start));
        for (var later = 1; later < runs.size(); later++) {
            assertThat(runs.get(later).start())
                    .isAfterOrEqualTo(runs.get(later - 1).end());
        }
    }

    private Process start(String name) throws IOException {
        return KillableRun.start(folder.resolve(name), SHORT, folder.resolve(name + ".txt"));
    }

    private void awaitForkOf(String name) throws Exception {
        awaitLineOf(name, " fork 1 of 1 ");
    }

    private void awaitLineOf(String name, String line) throws Exception {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (!logOf(name).contains(line)) {
            assertThat(System.nanoTime()).as("[%s] in%n%s", line, logOf(name)).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private String logOf(String name) throws IOException {
        var log = folder.resolve(name + ".txt");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private Run runOf(String name) throws IOException {
        try (var runs = Files.list(folder.resolve(name).resolve("runs"))) {
            return RunDirectory.at(runs.findFirst().orElseThrow()).readRun();
        }
    }
}
