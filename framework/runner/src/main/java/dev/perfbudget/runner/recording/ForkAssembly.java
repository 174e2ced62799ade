package dev.perfbudget.runner.recording;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.SecondaryScore;
import dev.perfbudget.protocol.FromFork;
import dev.perfbudget.protocol.Secondary;
import dev.perfbudget.runner.host.ForkOutcome;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the record of a fork from what it and its host said. */
public final class ForkAssembly {

    /** As long as a class path, the same for all forks of a side, and no property of the JVM. */
    private static final String NOT_KEPT = "java.class.path";

    private final Function<double[], Steadiness> steadiness;

    /** @param steadiness of a series of times per operation */
    public ForkAssembly(Function<double[], Steadiness> steadiness) {
        this.steadiness = steadiness;
    }

    /**
     * The record of one fork.
     *
     * @param index from 0 within the benchmark and run
     * @param resources what it used, by label
     */
    public Fork assemble(BenchmarkId id, int index, ForkOutcome.Completed fork, Map<String, Double> resources) {
        var iterations = fork.iterations().stream().map(ForkAssembly::iteration).toList();
        return new Fork(
                id,
                index,
                iterations.get(0).start(),
                fork.result().unit(),
                iterations,
                scores(fork.result().secondary()),
                steadiness.apply(timesPerOperation(id.mode(), iterations)),
                facts(fork.ready()),
                resources);
    }

    private static Iteration iteration(FromFork.IterationEnded ended) {
        return new Iteration(
                ended.warmup(),
                ended.index(),
                Instant.ofEpochMilli(ended.startMillis()),
                Duration.ofNanos(ended.nanos()),
                ended.score(),
                ended.operations(),
                scores(ended.secondary()),
                ended.latencies().stream()
                        .map(latency -> new Iteration.Latency(latency.time(), latency.count()))
                        .toList(),
                ended.counters());
    }

    private static List<SecondaryScore> scores(List<Secondary> secondary) {
        return secondary.stream()
                .map(score -> new SecondaryScore(score.label(), score.score(), score.unit()))
                .toList();
    }

    /** Levels are compared as times, whatever the mode: noise adds to times. */
    private static double[] timesPerOperation(BenchmarkMode mode, List<Iteration> iterations) {
        return iterations.stream()
                .mapToDouble(Iteration::score)
                .map(score -> mode == BenchmarkMode.THROUGHPUT ? 1 / score : score)
                .toArray();
    }

    private static Map<String, String> facts(FromFork.ForkReady ready) {
        var kept = new TreeMap<>(ready.facts());
        kept.remove(NOT_KEPT);
        kept.put("pid", Long.toString(ready.pid()));
        return kept;
    }
}
