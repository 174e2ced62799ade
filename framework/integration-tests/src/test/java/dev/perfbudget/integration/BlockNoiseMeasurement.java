package dev.perfbudget.integration;

import dev.perfbudget.agent.discovery.BenchmarkScanner;
import dev.perfbudget.agent.discovery.DiscoveredBenchmark;
import dev.perfbudget.protocol.BenchmarkKey;
import dev.perfbudget.protocol.ChildEnvironment;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.Side;
import dev.perfbudget.protocol.ToFork;
import dev.perfbudget.protocol.ToHost;
import dev.perfbudget.runner.block.BlockOutcome;
import dev.perfbudget.runner.block.PairedHosts;
import dev.perfbudget.runner.block.TurnOrder;
import dev.perfbudget.runner.generation.Generation;
import dev.perfbudget.runner.generation.ProcessorPath;
import dev.perfbudget.runner.host.ForkObserver;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.runner.host.Hosts;
import dev.perfbudget.runner.host.Switchboard;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures how exact the ratio of a block is beside forks that run one after the other, for work that is slower by known
 * shares: both in turn, with the same iterations. Run by hand; docs/measurements.md has the command and the figures.
 *
 * <p>Arguments: rounds, warmup iterations, iterations, milliseconds of an iteration, a file for the values.
 */
final class BlockNoiseMeasurement {

    private static final List<Integer> UNITS = List.of(100, 102, 105, 110);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ToHost.Effort effort;
    private final PrintStream out;
    private final Path folder;
    private final Switchboard switchboard;
    private final List<DiscoveredBenchmark> benchmarks =
            new BenchmarkScanner().scan(SlowedWork.class).benchmarks();
    private final List<String> classPath = new ArrayList<>();
    private final Map<Integer, Sided> sides = new HashMap<>();

    /** The hosts of both sides for one number of units, taking turns and alone. */
    private record Sided(PairedHosts paired, Hosts baseline, Hosts candidate) {}

    private BlockNoiseMeasurement(ToHost.Effort effort, PrintStream out) throws IOException {
        this.effort = effort;
        this.out = out;
        this.folder = Files.createTempDirectory("block-noise");
        this.switchboard = Switchboard.open();
        var plain = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(element -> Path.of(element).toAbsolutePath())
                .toList();
        plain.forEach(element -> classPath.add(element.toString()));
        var generated = new Generation(side(classPath), ProcessorPath.find(plain), folder.resolve("generated"))
                .generate(benchmarks.stream()
                        .map(benchmark -> benchmark.planned(List.of()))
                        .toList());
        classPath.add(0, generated.directory().orElseThrow().toString());
    }

    public static void main(String[] arguments) throws IOException {
        var numbers = Stream.of(arguments).limit(4).map(Integer::valueOf).toList();
        var time = Duration.ofMillis(numbers.get(3)).toNanos();
        var effort = new ToHost.Effort.Fixed(numbers.get(1), time, numbers.get(2), time, PATIENCE.toNanos());
        try (var out = new PrintStream(Files.newOutputStream(Path.of(arguments[4])))) {
            new BlockNoiseMeasurement(effort, out).run(numbers.get(0));
        }
        System.exit(0);
    }

    private void run(int rounds) throws IOException {
        out.println("round,kind,units,way,side,iteration,score,cpu,operations");
        for (var round = 0; round < rounds; round++) {
            for (var index = 0; index < benchmarks.size(); index++) {
                var units = UNITS.get((round + index) % UNITS.size());
                compare(round, benchmarks.get(index).key(), units);
            }
            out.flush();
            System.out.println("round " + (round + 1) + " of " + rounds);
        }
    }

    private void compare(int round, BenchmarkKey benchmark, int units) throws IOException {
        var hosts = sides(units);
        var fork = new ToHost.RunFork(round + "." + units, benchmark, effort);
        var start = System.nanoTime();
        if (hosts.paired().run(fork, new TurnOrder(round)) instanceof BlockOutcome.Completed block) {
            print(round, benchmark, units, "block", "baseline", block.baseline());
            print(round, benchmark, units, "block", "candidate", block.candidate());
        } else {
            System.out.println("A block failed: " + benchmark);
        }
        var between = System.nanoTime();
        alone(round, benchmark, units, "baseline", hosts.baseline().run(fork));
        alone(round, benchmark, units, "candidate", hosts.candidate().run(fork));
        System.out.printf(
                "%s %d: block %.2f s, alone %.2f s%n",
                benchmark.name().replaceAll(".*[.]", ""),
                units,
                (between - start) / 1e9,
                (System.nanoTime() - between) / 1e9);
    }

    private void alone(int round, BenchmarkKey benchmark, int units, String side, ForkOutcome outcome) {
        if (outcome instanceof ForkOutcome.Completed fork) {
            print(round, benchmark, units, "alone", side, fork);
        } else {
            System.out.println("A fork failed: " + outcome);
        }
    }

    private void print(
            int round, BenchmarkKey benchmark, int units, String way, String side, ForkOutcome.Completed fork) {
        fork.iterations().stream()
                .filter(iteration -> !iteration.warmup())
                .forEach(iteration -> out.println(String.join(
                        ",",
                        List.of(
                                Integer.toString(round),
                                benchmark.name().replaceAll(".*[.]", ""),
                                Integer.toString(units),
                                way,
                                side,
                                Integer.toString(iteration.index()),
                                Double.toString(iteration.score()),
                                Long.toString(cpu(iteration)),
                                Long.toString(iteration.operations())))));
    }

    private static long cpu(FromFork.IterationEnded iteration) {
        return iteration.counters().getOrDefault("cpu", 0L);
    }

    private Sided sides(int units) throws IOException {
        var known = sides.get(units);
        if (known != null) {
            return known;
        }
        var made = new Sided(
                new PairedHosts(hosts(100, true, "a" + units), hosts(units, true, "b" + units)),
                hosts(100, false, "c" + units),
                hosts(units, false, "d" + units));
        sides.put(units, made);
        return made;
    }

    private Side side(List<String> elements) {
        return new Side(System.getProperty("java.home"), elements, folder.toString());
    }

    private Hosts hosts(int units, boolean inTurns, String name) throws IOException {
        var own = Files.createDirectories(folder.resolve(name));
        Files.writeString(own.resolve(SlowedWork.FILE), Integer.toString(units));
        var withOwn = new ArrayList<>(List.of(own.toString()));
        withOwn.addAll(classPath);
        var environment = ChildEnvironment.of(System.getenv());
        return new Hosts(
                side(withOwn),
                inTurns ? environment.with(ToFork.TURNS_VARIABLE, "true") : environment,
                switchboard,
                folder.resolve(name + ".args"),
                ForkObserver.NONE,
                PATIENCE);
    }
}
