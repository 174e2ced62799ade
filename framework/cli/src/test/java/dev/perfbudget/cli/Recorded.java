package dev.perfbudget.cli;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.statistics.Steadiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Times of one benchmark, {@code com.acme.JsonBench.parse{size=10}}, in microseconds, and the files that they make.
 *
 * @param forks of which each has iterations
 */
record Recorded(List<List<Double>> forks) {

    static final String BENCHMARK = "com.acme.JsonBench.parse";
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final Map<String, String> MACHINE = Map.of("cpu.model", "x", "gc", "G1");

    /** Five forks of ten iterations, with noise of two per cent between and within. */
    static Recorded around(double level, long seed) {
        return around(level, seed, 5);
    }

    static Recorded around(double level, long seed, int forks) {
        var random = new Random(seed);
        return new Recorded(IntStream.range(0, forks)
                .mapToObj(fork -> {
                    var location = level * (1 + 0.02 * random.nextGaussian());
                    return IntStream.range(0, 10)
                            .mapToDouble(i -> location * (1 + 0.02 * Math.abs(random.nextGaussian())))
                            .boxed()
                            .toList();
                })
                .toList());
    }

    Path jmh(Path file) {
        return write(file, "[" + jmhResult(BENCHMARK, "avgt", "us/op") + "]");
    }

    /** One result, without the array around it. */
    String jmhResult(String benchmark, String mode, String unit) {
        return """
                {"jmhVersion": "1.37", "benchmark": "%s", "mode": "%s", "threads": 1, "forks": %d,
                 "jdkVersion": "17.0.15", "vmName": "OpenJDK", "params": {"size": "10"},
                 "primaryMetric": {"score": 1.0, "scoreError": "NaN", "scoreConfidence": ["NaN", "NaN"],
                  "scorePercentiles": {"0.0": 1.0}, "scoreUnit": "%s", "rawData": %s},
                 "secondaryMetrics": {"gc.count": {"score": 1, "scoreUnit": "counts", "rawData": [[1]]}}}
                """
                .formatted(benchmark, mode, forks.size(), unit, forks.toString());
    }

    Path csv(Path file) {
        return csv(file, Recorded.BENCHMARK);
    }

    Path csv(Path file, String benchmark) {
        var lines = new ArrayList<String>();
        lines.add("benchmark,params,metric,unit,fork,iteration,value");
        for (var fork = 0; fork < forks.size(); fork++) {
            for (var iteration = 0; iteration < forks.get(fork).size(); iteration++) {
                lines.add(benchmark + ",size=10,mean,us/op," + fork + "," + iteration + ","
                        + forks.get(fork).get(iteration));
            }
        }
        return write(file, String.join("\n", lines) + "\n");
    }

    Path run(Path directory) {
        return run(directory, MACHINE);
    }

    Path run(Path directory, Map<String, String> machine) {
        return run(directory, machine, forks.size());
    }

    Path run(Path directory, Map<String, String> machine, int plannedForks) {
        var benchmark = new BenchmarkRun(
                id(),
                "com.acme.JsonBench",
                List.of("parse"),
                1,
                "sha256:abc",
                new Budget(List.of(), Optional.empty()),
                plannedForks,
                0,
                forkRecords(),
                List.of());
        try {
            var run = RunDirectory.at(directory);
            run.write(new Run(
                    "r",
                    START,
                    START,
                    "/module",
                    new Environment(machine, Map.of()),
                    new Provenance(Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty()),
                    Map.of(),
                    List.of(benchmark),
                    List.of(),
                    List.of(),
                    List.of()));
            return run.runFile();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A fork file. */
    Path lines(Path directory) {
        var run = RunDirectory.at(directory);
        try (var file = emptied(run).openForkFile(1)) {
            for (var fork : forkRecords()) {
                file.append(fork);
            }
            return run.forkFile(1);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path baseline(Path file) {
        return baseline(file, environment("x", this));
    }

    private static RunDirectory emptied(RunDirectory run) throws IOException {
        Files.deleteIfExists(run.forkFile(1));
        return run;
    }

    /** A baseline of several environments, each from {@link #environment}. */
    static Path baseline(Path file, String... environments) {
        return write(file, "{\"schema\": 1, \"classes\": [" + String.join(",", environments) + "]}");
    }

    static String environment(String processor, Recorded... sessions) {
        return "{\"environment\": {\"cpu.model\": \"%s\", \"gc\": \"G1\"}, \"sessions\": [%s]}"
                .formatted(
                        processor,
                        Arrays.stream(sessions).map(Recorded::session).collect(Collectors.joining(",")));
    }

    private String session() {
        return """
                {"start": "2026-11-21T10:00:00Z", "commit": "c0ffee", "samples": [{
                  "benchmark": "%s", "mode": "avgt", "params": {"size": "10"}, "metric": "mean", "unit": "us/op",
                  "workload": "sha256:abc", "forks": %s}]}
                """
                .formatted(BENCHMARK, forks.toString());
    }

    static Path write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<Fork> forkRecords() {
        return IntStream.range(0, forks.size())
                .mapToObj(index -> new Fork(
                        id(),
                        index,
                        START,
                        "us/op",
                        iterations(forks.get(index)),
                        List.of(),
                        new Steadiness(true, 0),
                        Map.of(),
                        Map.of()))
                .toList();
    }

    private static List<Iteration> iterations(List<Double> times) {
        return IntStream.range(0, times.size())
                .mapToObj(index -> new Iteration(
                        false,
                        index,
                        START,
                        Duration.ofMillis(100),
                        times.get(index),
                        1000,
                        List.of(),
                        List.of(),
                        Map.of()))
                .toList();
    }

    private static BenchmarkId id() {
        return new BenchmarkId(BENCHMARK, BenchmarkMode.AVERAGE_TIME, Map.of("size", "10"));
    }
}
