package dev.perfbudget.agent.fork;

import dev.perfbudget.protocol.FromFork.IterationEnded;
import dev.perfbudget.protocol.FromFork.Latency;
import dev.perfbudget.protocol.Secondary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** What the agent noted of an iteration; joined with JMH's result it is the message for the runner. */
record FinishedIteration(boolean warmup, int index, long startMillis, long nanos, Map<String, Long> counters) {

    IterationEnded message(BenchmarkParams benchmark, IterationResult result) {
        Result<?> primary = result.getPrimaryResult();
        return new IterationEnded(
                warmup,
                index,
                startMillis,
                nanos,
                primary.getScore(),
                primary.getScoreUnit(),
                result.getMetadata().getAllOps(),
                secondary(result),
                latencies(benchmark.getMode(), result),
                counters);
    }

    /** Without what JMH derives from the latencies, which are told in full. */
    private static List<Secondary> secondary(IterationResult result) {
        var byLabel = result.getSecondaryResults();
        var secondary = new ArrayList<Secondary>();
        for (var label : byLabel.keySet()) {
            Result<?> score = byLabel.get(label);
            if (!score.getRole().isDerivative()) {
                secondary.add(new Secondary(label, score.getScore(), score.getScoreUnit()));
            }
        }
        return secondary;
    }

    private static List<Latency> latencies(Mode mode, IterationResult result) {
        return switch (mode) {
            case SampleTime -> ascending(samples(result));
            case SingleShotTime -> ascending(shots(result));
            case Throughput, AverageTime, All -> List.of();
        };
    }

    private static Stream<Map.Entry<Double, Long>> shots(IterationResult result) {
        var shots = Stream.<Map.Entry<Double, Long>>builder();
        for (Result<?> shot : result.getRawPrimaryResults()) {
            shots.add(Map.entry(shot.getScore(), 1L));
        }
        return shots.build();
    }

    private static Stream<Map.Entry<Double, Long>> samples(IterationResult result) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        result.getPrimaryResult().getStatistics().getRawData(), Spliterator.NONNULL),
                false);
    }

    private static List<Latency> ascending(Stream<Map.Entry<Double, Long>> times) {
        var counts = new TreeMap<Double, Long>();
        times.forEach(time -> counts.merge(time.getKey(), time.getValue(), Long::sum));
        return counts.entrySet().stream()
                .map(time -> new Latency(time.getKey(), time.getValue()))
                .toList();
    }
}
