package dev.perfbudget.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.json.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A measurement of which one process is killed (SIGKILL) at some moment.
 *
 * <p>The moments are seeded; {@code -Dkills=30} takes 30 for each of the four processes instead of 2.
 */
class KilledRunIT {

    private static final int MOMENTS = Integer.getInteger("kills", 2);
    private static final Duration LATEST_MOMENT = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SHORT = Map.of(
            "forks", "1", "warmupIterations", "2", "iterations", "3", "iterationTime", "50 ms", "timeout", "10 s");

    @TempDir
    private Path folder;

    /** Which process dies: the one with a word on its command line that ends so. */
    enum Victim {
        TEST_JVM(KillableRun.class.getName()),
        RUNNER("dev.perfbudget.runner.Main"),
        // Its main class stands in the argument file.
        HOST("/host.args"),
        FORK("org.openjdk.jmh.runner.ForkedMain");

        private final String ending;

        Victim(String ending) {
            this.ending = ending;
        }

        boolean is(ProcessHandle process) {
            try {
                var commandLine = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
                return Stream.of(commandLine.split("\0")).anyMatch(word -> word.endsWith(ending));
            } catch (IOException alreadyGone) {
                return false;
            }
        }
    }

    /** When which process dies. */
    record Moment(Victim victim, Duration afterStart) {}

    static Stream<Moment> moments() {
        var random = new Random(20261121);
        return Stream.of(Victim.values()).flatMap(victim -> IntStream.range(0, MOMENTS)
                .mapToObj(i -> Duration.ofMillis(random.nextLong(LATEST_MOMENT.toMillis())))
                .map(afterStart -> new Moment(victim, afterStart)));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void leaves_whole_files_a_free_queue_and_no_orphan(Moment moment) throws Exception {
        var output = folder.resolve("output");
        var log = folder.resolve("log.txt");

        var family = killOne(moment, KillableRun.start(output, SHORT, log));

        family.addAll(KillableRun.processesOf(output));
        var orphans = family.stream().filter(process -> !endsSoon(process)).toList();
        assertThat(orphans).as("processes that outlive the kill").isEmpty();
        assertThatFilesAreWhole(output, Files.readString(log));
        if (moment.victim() != Victim.TEST_JVM) {
            assertThat(Files.readString(log)).as("the test JVM tells the end").contains(KillableRun.LAST_WORD);
        }
        assertThatTheQueueIsFree();
    }

    @Test
    void in_the_midst_of_a_test_in_place_leaves_finished_tests_a_free_queue_and_no_orphan() throws Exception {
        var output = folder.resolve("output");
        var sign = folder.resolve("sign");
        var testJvm = KillableInPlaceRun.start(output, sign, folder.resolve("log.txt"));
        while (Files.notExists(sign) && testJvm.isAlive()) {
            Thread.sleep(5);
        }
        var family = new LinkedHashSet<>(KillableRun.processesOf(output));
        assertThat(family).as("the test JVM and its runner").hasSizeGreaterThanOrEqualTo(2);

        testJvm.toHandle().destroyForcibly();

        var orphans = family.stream().filter(process -> !endsSoon(process)).toList();
        assertThat(orphans).as("processes that outlive the kill").isEmpty();
        assertThat(KillableRun.processesOf(output)).isEmpty();
        assertThat(finishedTestsIn(output)).containsExactly(OrdersInPlace.class.getName() + ".finishes");
        assertThatTheQueueIsFree();
    }

    private static List<String> finishedTestsIn(Path output) throws IOException {
        try (var runs = Files.list(output.resolve("runs"))) {
            var directory = runs.findFirst().orElseThrow().getFileName().toString();
            return RunDirectory.of(output, directory).readForks().stream()
                    .map(fork -> fork.benchmark().name())
                    .toList();
        }
    }

    /** Kills the victim at its moment, or as soon after as there is one; all processes of the run that were seen. */
    private static Set<ProcessHandle> killOne(Moment moment, Process testJvm) throws InterruptedException {
        var family = new LinkedHashSet<ProcessHandle>(List.of(testJvm.toHandle()));
        var start = System.nanoTime();
        var killed = false;
        while (testJvm.isAlive()) {
            testJvm.descendants().forEach(family::add);
            if (!killed && System.nanoTime() - start > moment.afterStart().toNanos()) {
                var victim = family.stream().filter(moment.victim()::is).findFirst();
                victim.ifPresent(ProcessHandle::destroyForcibly);
                killed = victim.isPresent();
            }
            Thread.sleep(5);
        }
        assertThat(killed).as("%s was seen and killed", moment.victim()).isTrue();
        return family;
    }

    private static boolean endsSoon(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException | ExecutionException | TimeoutException stillThere) {
            process.destroyForcibly();
            return false;
        }
    }

    private static void assertThatFilesAreWhole(Path output, String log) throws IOException {
        if (!Files.isDirectory(output.resolve("runs"))) {
            return;
        }
        try (var runs = Files.list(output.resolve("runs"))) {
            for (var directory : runs.toList()) {
                var run = RunDirectory.of(output, directory.getFileName().toString());
                // The console's line of a fork comes after its line in the file.
                assertThat(run.readForks()).hasSizeGreaterThanOrEqualTo(finishedForksIn(log));
                if (Files.exists(run.runFile())) {
                    assertThat(run.readRun().benchmarks()).hasSize(6);
                }
            }
        }
    }

    private static int finishedForksIn(String log) {
        return Math.toIntExact(log.lines()
                .filter(line -> line.contains(" fork 1 of 1 ") && line.contains("/op"))
                .count());
    }

    private void assertThatTheQueueIsFree() throws IOException, InterruptedException {
        var log = folder.resolve("next.txt");
        var shortest = Map.of("forks", "1", "warmupIterations", "0", "iterations", "1", "iterationTime", "1 ms");
        var next = KillableRun.start(folder.resolve("next"), shortest, log);
        assertThat(next.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains(KillableRun.LAST_WORD);
    }
}
