package dev.perfbudget.integration;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how long verdicts take and how often they are right, for work that is slower by known shares: one kind of
 * {@link SlowedWork} after the other by {@code perfbudget compare --live}, everything as it comes. Run by hand;
 * docs/measurements.md has the command and the figures.
 *
 * <p>Arguments: rounds, a file for the verdicts, {@code idle} or {@code neighbour} (something else loads one processor in
 * bursts meanwhile), and the units of the candidate, of which each round takes the next; the baseline has 100.
 */
final class VerdictMeasurement {

    private static final List<String> KINDS = List.of("arraySum", "hashMap", "allocation", "sort", "treeMap", "regex");
    private static final String SOURCE = "src/test/java/dev/perfbudget/integration/SlowedWork.java";
    private static final String JMH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(element -> element.matches(".*(jmh-core|jmh-generator|jopt-simple|commons-math3)[^/]*[.]jar"))
            .collect(Collectors.joining(File.pathSeparator));

    private final Path folder;
    private final PrintStream out;
    private final JsonMapper json = new JsonMapper();

    private VerdictMeasurement(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var rounds = Integer.parseInt(arguments[0]);
        var units = Stream.of(arguments).skip(3).map(Integer::valueOf).toList();
        if (arguments[2].equals("neighbour")) {
            startNeighbour();
        }
        try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[1])), true, StandardCharsets.UTF_8)) {
            new VerdictMeasurement(Files.createTempDirectory("verdicts"), out).run(rounds, units);
        }
    }

    /** Loads a processor for 0.2 to 2 s, leaves it alone as long, and ends with this JVM. */
    private static void startNeighbour() {
        var random = new Random(1);
        var neighbour = new Thread(() -> {
            while (true) {
                var end = System.nanoTime() + burst(random).toNanos();
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                try {
                    Thread.sleep(burst(random).toMillis());
                } catch (InterruptedException ended) {
                    return;
                }
            }
        });
        neighbour.setDaemon(true);
        neighbour.start();
    }

    private static Duration burst(Random random) {
        return Duration.ofMillis(random.nextInt(200, 2_000));
    }

    private void run(int rounds, List<Integer> units) throws IOException, InterruptedException {
        out.println("kind,units,seconds,exit,verdict,ratio,lower,upper,blocks,detectable,notes");
        for (var round = 0; round < rounds; round++) {
            for (var kind : KINDS) {
                measure(kind, units.get(round % units.size()));
            }
        }
    }

    private void measure(String kind, int units) throws IOException, InterruptedException {
        var printed = folder.resolve("printed.json");
        var start = System.nanoTime();
        var process = new ProcessBuilder(command(kind, units))
                .directory(folder.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(folder.resolve("progress.txt").toFile())
                .start();
        var exit = process.waitFor();
        var seconds = (System.nanoTime() - start) / 1e9;
        var verdict = json.readTree(printed.toFile());
        out.println(String.join(
                ",",
                kind,
                Integer.toString(units),
                String.format(Locale.ROOT, "%.1f", seconds),
                Integer.toString(exit),
                text(verdict)));
    }

    private static String text(JsonNode verdict) {
        var sample = verdict.at("/benchmarks/0/samples/0");
        var fields = new ArrayList<String>();
        for (var name : List.of("verdict", "ratio", "lower", "upper", "forks", "minimumDetectableEffect")) {
            fields.add(sample.path(name)
                    .path("candidate")
                    .asString(sample.path(name).asString("")));
        }
        fields.add('"' + verdict.path("notes").toString().replace('"', '\'') + '"');
        return String.join(",", fields);
    }

    private List<String> command(String kind, int units) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.perfbudget.cli.Main",
                "compare",
                "--live",
                "--format=json",
                "--baseline-class-path=" + classPath(100),
                "--candidate-class-path=" + classPath(units),
                "[.]SlowedWork[.]" + kind + "$");
    }

    private String classPath(int units) throws IOException {
        var own = Files.createDirectories(folder.resolve("units-" + units));
        Files.writeString(own.resolve(SlowedWork.FILE), Integer.toString(units));
        return String.join(File.pathSeparator, own.toString(), benchmarks().toString(), JMH);
    }

    /** As a project without Maven has them: compiled with JMH's annotation processor, and nothing of ours beside. */
    private Path benchmarks() throws IOException {
        var classes = folder.resolve("benchmarks");
        if (Files.notExists(classes)) {
            var failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-cp",
                            JMH,
                            "-processorpath",
                            JMH,
                            "-d",
                            Files.createDirectories(classes).toString(),
                            SOURCE);
            if (failed != 0) {
                throw new IllegalStateException("[" + SOURCE + "] does not compile here");
            }
        }
        return classes;
    }
}
