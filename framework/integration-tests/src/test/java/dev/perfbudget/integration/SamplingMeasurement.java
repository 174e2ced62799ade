package dev.perfbudget.integration;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.perfbudget.judge.ForkFigure;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.StandardMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Measures what the sampler costs, and whether it disturbs scores and allocation: runs with and without it in turn. Run
 * by hand; docs/measurements.md has the command and the figures.
 *
 * <p>Argument: pairs of runs.
 */
final class SamplingMeasurement {

    private static final List<String> KINDS = List.of("arraySum", "hashMap", "allocation", "sort");
    private static final List<StandardMetric> METRICS = List.of(StandardMetric.MEAN, StandardMetric.ALLOCATION);

    private final Path folder;
    private final Map<String, List<Double>> logRatios = new TreeMap<>();
    private final Map<String, List<Double>> differences = new TreeMap<>();
    private int runs;

    private SamplingMeasurement(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        var measurement = new SamplingMeasurement(Files.createTempDirectory("sampling"));
        var pairs = Integer.parseInt(arguments[0]);
        for (var pair = 0; pair < pairs; pair++) {
            measurement.compare(pair % 2 == 0);
        }
        measurement.print();
    }

    private void compare(boolean sampledFirst) {
        var before = run(sampledFirst ? "1 s" : "off");
        var after = run(sampledFirst ? "off" : "1 s");
        var sampled = sampledFirst ? before : after;
        var plain = sampledFirst ? after : before;
        System.out.println(sampled.environment().descriptive().get("sampling.cost"));
        sampled.benchmarks()
                .forEach(benchmark -> System.out.println("  " + benchmark.id().shortName() + " "
                        + benchmark.forks().get(0).resources()));
        sampled.notes().forEach(note -> System.out.println("  " + note));
        for (var index = 0; index < KINDS.size(); index++) {
            for (var metric : METRICS) {
                var with = figure(metric, sampled.benchmarks().get(index));
                var without = figure(metric, plain.benchmarks().get(index));
                var name = sampled.benchmarks().get(index).id().shortName() + " " + metric;
                differences.computeIfAbsent(name, first -> new ArrayList<>()).add(with - without);
                if (with > 1 && without > 1) {
                    logRatios.computeIfAbsent(name, first -> new ArrayList<>()).add(Math.log(with / without));
                }
            }
        }
    }

    private Run run(String sampling) {
        var settings = Map.of(
                "forks",
                "1",
                "warmupIterations",
                "10",
                "iterations",
                "10",
                "iterationTime",
                "100 ms",
                "sampling",
                sampling);
        var methods = KINDS.stream()
                .map(kind -> selectMethod(KindsOfWork.class, kind))
                .toList();
        return EngineRun.selected(folder.resolve("run-" + runs++), settings, methods)
                .run();
    }

    private static double figure(StandardMetric metric, BenchmarkRun benchmark) {
        return ForkFigure.of(metric, benchmark, benchmark.forks().get(0))
                .map(Quantity::value)
                .orElseThrow();
    }

    private void print() {
        logRatios.forEach((name, values) -> {
            var half = halfWidth(values);
            var mean = mean(values);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s with/without %.4f, 95 %% interval %.4f to %.4f, %d pairs%n",
                    name,
                    Math.exp(mean),
                    Math.exp(mean - half),
                    Math.exp(mean + half),
                    values.size());
        });
        differences.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "%-28s with-without %.4f, 95 %% interval %.4f to %.4f%n",
                name,
                mean(values),
                mean(values) - halfWidth(values),
                mean(values) + halfWidth(values)));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double halfWidth(List<Double> values) {
        var mean = mean(values);
        var squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        var freedom = values.size() - 1;
        return TDistribution.of(freedom).inverseSurvivalProbability(0.025)
                * Math.sqrt(squares / freedom / values.size());
    }
}
