package dev.perfbudget.runner;

import dev.perfbudget.agent.discovery.BenchmarkScanner;
import dev.perfbudget.protocol.Against;
import dev.perfbudget.protocol.Declaration;
import dev.perfbudget.protocol.FromRunner;
import dev.perfbudget.protocol.Link;
import dev.perfbudget.protocol.LinkServer;
import dev.perfbudget.protocol.Message;
import dev.perfbudget.protocol.Plan;
import dev.perfbudget.protocol.PlannedBenchmark;
import dev.perfbudget.protocol.Side;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Plays the test JVM: starts a real runner process, hands it a plan, listens to the end. */
final class TestJvm implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final LinkServer server;
    private final Process runner;
    private final Link link;
    private final List<FromRunner> heard = new ArrayList<>();

    private TestJvm(LinkServer server, Process runner, Link link) {
        this.server = server;
        this.runner = runner;
        this.link = link;
    }

    static TestJvm start(Path temporary) throws IOException {
        return start(Path.of(System.getProperty("java.home")), temporary);
    }

    static TestJvm start(Path javaHome, Path temporary) throws IOException {
        return start(List.of(), javaHome, temporary, List.of());
    }

    /** None of its files may grow beyond a size: as on a disk that gets full. */
    static TestJvm startWithLargestFile(int kilobytes, Path temporary) throws IOException {
        return start(
                List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$0\" \"$@\""),
                Path.of(System.getProperty("java.home")),
                temporary,
                List.of());
    }

    /** On one of the processors that there are. */
    static TestJvm startOnOneProcessor(Path temporary) throws IOException {
        var first = "$(taskset -cp $$ | sed 's/.*: *\\([0-9]*\\).*/\\1/')";
        return start(
                List.of("bash", "-c", "exec taskset -c " + first + " \"$0\" \"$@\""),
                Path.of(System.getProperty("java.home")),
                temporary,
                List.of());
    }

    static TestJvm startWithArguments(List<String> runnerArguments, Path temporary) throws IOException {
        return start(List.of(), Path.of(System.getProperty("java.home")), temporary, runnerArguments);
    }

    private static TestJvm start(List<String> shell, Path javaHome, Path temporary, List<String> runnerArguments)
            throws IOException {
        var server = new LinkServer();
        var command = new ArrayList<>(shell);
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(runnerArguments);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(LinkServer.ADDRESS_VARIABLE, server.address());
        var runner = builder.start();
        return new TestJvm(server, runner, server.accept(A_WHILE));
    }

    Process runner() {
        return runner;
    }

    void send(Message message) throws IOException {
        link.send(message);
    }

    /** All that the runner says, to its last word. */
    List<FromRunner> listen() throws IOException {
        for (var message = link.receive(); message.isPresent(); message = link.receive()) {
            var said = (FromRunner) message.get();
            heard.add(said);
            if (said instanceof FromRunner.Finished || said instanceof FromRunner.Refused) {
                break;
            }
        }
        return heard;
    }

    /** The next thing that the runner says. */
    FromRunner next() throws IOException {
        return (FromRunner) link.receive().orElseThrow(() -> new IOException("The runner is gone"));
    }

    @Override
    public void close() throws IOException {
        link.close();
        server.close();
        try {
            if (!runner.waitFor(20, TimeUnit.SECONDS)) {
                runner.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    static Side thisSide(Path workingDirectory) {
        return new Side(
                System.getProperty("java.home"),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .toList(),
                workingDirectory.toString());
    }

    static List<PlannedBenchmark> benchmarkOf(Class<?> type, String method) {
        return benchmarksOf(type, Map.of()).stream()
                .filter(benchmark -> benchmark.methods().contains(method))
                .toList();
    }

    static List<PlannedBenchmark> benchmarksOf(Class<?> type, Map<String, String> budget) {
        var budgets = budget.isEmpty()
                ? List.<Declaration>of()
                : List.of(new Declaration("@PerfBudget on " + type.getName(), budget, List.of()));
        return new BenchmarkScanner()
                .scan(type).benchmarks().stream()
                        .map(benchmark -> benchmark.planned(budgets))
                        .toList();
    }

    static Plan plan(
            Path module, Plan.Purpose purpose, List<PlannedBenchmark> benchmarks, Map<String, String> settings) {
        return new Plan(
                "test-run",
                purpose,
                benchmarks,
                benchmarks.stream().map(PlannedBenchmark::key).toList(),
                thisSide(module),
                new Against.Stored(),
                module.toString(),
                module.resolve("target/perfbudget").toString(),
                List.of(new Declaration("-D", settings, List.of())),
                List.of());
    }
}
