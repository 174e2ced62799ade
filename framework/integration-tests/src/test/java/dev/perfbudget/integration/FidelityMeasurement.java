package dev.perfbudget.integration;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.perfbudget.model.Iteration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures whether PerfBudget disturbs what it measures: forks of PerfBudget and of plain JMH in turn, with the same
 * iterations, for six kinds of work. Run by hand; docs/measurements.md has the command and the figures.
 *
 * <p>Arguments: pairs of forks for each kind of work, forks for the wall time.
 */
final class FidelityMeasurement {

    private static final List<String> KINDS = List.of("arraySum", "hashMap", "allocation", "sort", "treeMap", "regex");
    private static final int WARMUPS = 10;
    private static final int WALL_ROUNDS = 5;

    /** So few that a later fork cannot be given fewer: the whole wall time is compared, not what learning saves. */
    private static final int FEWEST_WARMUPS = 2;

    private final Path folder;
    private final PlainJmh plainJmh;
    private int runs;

    private FidelityMeasurement(Path folder, PlainJmh plainJmh) {
        this.folder = folder;
        this.plainJmh = plainJmh;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("fidelity");
        var generated = PlainGeneration.into(folder.resolve("generated"), KindsOfWork.class);
        var measurement = new FidelityMeasurement(folder, PlainJmh.here().with(generated));
        for (var kind : KINDS) {
            measurement.compareScores(kind, Integer.parseInt(arguments[0]));
        }
        measurement.compareWallTimes(Integer.parseInt(arguments[1]));
    }

    private void compareScores(String kind, int pairs) throws Exception {
        var logRatios = new double[pairs];
        for (var pair = 0; pair < pairs; pair++) {
            var oursFirst = pair % 2 == 0;
            var before = oursFirst ? ours(kind, 1, WARMUPS) : plain(kind, 1, WARMUPS);
            var after = oursFirst ? plain(kind, 1, WARMUPS) : ours(kind, 1, WARMUPS);
            logRatios[pair] = Math.log(oursFirst ? before / after : after / before);
        }
        var mean = DoubleStream.of(logRatios).average().orElseThrow();
        var variance =
                DoubleStream.of(logRatios).map(it -> (it - mean) * (it - mean)).sum() / (pairs - 1);
        var half = TDistribution.of(pairs - 1).inverseSurvivalProbability(0.025) * Math.sqrt(variance / pairs);
        System.out.printf(
                Locale.ROOT,
                "%-12s PerfBudget/plain JMH %.3f, 95 %% interval %.3f to %.3f, %d pairs of forks%n",
                kind,
                Math.exp(mean),
                Math.exp(mean - half),
                Math.exp(mean + half),
                pairs);
    }

    /** Runs of many forks and of one, in turn: their difference is the wall time without what comes once. */
    private void compareWallTimes(int forks) throws Exception {
        var ratios = new double[WALL_ROUNDS];
        for (var round = 0; round < WALL_ROUNDS; round++) {
            var ours = secondsOf(() -> ours("arraySum", forks, FEWEST_WARMUPS));
            var plain = secondsOf(() -> plain("arraySum", forks, FEWEST_WARMUPS));
            var oursOnce = secondsOf(() -> ours("arraySum", 1, FEWEST_WARMUPS));
            var plainOnce = secondsOf(() -> plain("arraySum", 1, FEWEST_WARMUPS));
            ratios[round] = (ours - oursOnce) / (plain - plainOnce);
            System.out.printf(
                    Locale.ROOT,
                    "wall time of %d forks: PerfBudget %.1f s, plain JMH %.1f s; a further fork %.2f s and %.2f s, ratio %.3f%n",
                    forks,
                    ours,
                    plain,
                    (ours - oursOnce) / (forks - 1),
                    (plain - plainOnce) / (forks - 1),
                    ratios[round]);
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT, "a further fork, median of %d rounds: ratio %.3f%n", WALL_ROUNDS, ratios[WALL_ROUNDS / 2]);
    }

    private interface Work {
        double run() throws Exception;
    }

    private static double secondsOf(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private double plain(String kind, int forks, int warmups) throws IOException, InterruptedException {
        var results = folder.resolve("plain-" + runs++ + ".json");
        var arguments = List.of(
                "-f",
                Integer.toString(forks),
                "-wi",
                Integer.toString(warmups),
                "-w",
                "100ms",
                "-i",
                "10",
                "-r",
                "100ms",
                "-rf",
                "json",
                "-rff",
                results.toString(),
                "KindsOfWork." + kind + "$");
        plainJmh.run(folder.resolve("plain.log"), arguments);
        return JsonMapper.shared()
                .readTree(results.toFile())
                .path(0)
                .path("primaryMetric")
                .path("score")
                .asDouble();
    }

    private double ours(String kind, int forks, int warmups) {
        var settings = Map.of(
                "forks",
                Integer.toString(forks),
                "warmupIterations",
                Integer.toString(warmups),
                "iterations",
                "10",
                "iterationTime",
                "100 ms");
        var run = EngineRun.selected(
                        folder.resolve("ours-" + runs++), settings, List.of(selectMethod(KindsOfWork.class, kind)))
                .run();
        return run.benchmarks().get(0).forks().stream()
                .flatMap(fork -> fork.iterations().stream())
                .filter(iteration -> !iteration.warmup())
                .mapToDouble(Iteration::score)
                .average()
                .orElseThrow();
    }
}
