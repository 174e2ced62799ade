package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.RecordedMetric;
import dev.perfbudget.model.SecondaryScore;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.WeightedQuantile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One number for a metric from iterations of one JVM. Times per operation are as one thread sees them; rates are of all
 * threads together, as JMH counts them.
 *
 * @param mode of the benchmark
 * @param unit of its scores
 * @param threads worker threads, all groups together
 */
record Figures(BenchmarkMode mode, Unit unit, int threads) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HARNESS_BYTES = 16 * 1024;
    private static final double HARNESS_BYTES_OF_THREAD = 2 * 1024;
    private static final double HARNESS_BYTES_IN_PLACE = 0;
    private static final double HARNESS_BYTES_OF_SAMPLING_THREAD = 64 * 1024;

    /** The number, or empty if these iterations do not have it. */
    Optional<Quantity> of(Metric metric, List<Iteration> iterations) {
        if (iterations.isEmpty()) {
            return Optional.empty();
        }
        if (metric instanceof StandardMetric standard) {
            return standard(standard, iterations).filter(quantity -> quantity.value() >= 0);
        }
        return recorded((RecordedMetric) metric, iterations);
    }

    /** Bytes per operation, and how many of them may be the harness's. */
    Optional<AllocationPerOperation> allocation(List<Iteration> iterations) {
        return AllocationPerOperation.of(iterations, harnessBytes());
    }

    /** In place only what operations allocate is counted. */
    private double harnessBytes() {
        return mode == BenchmarkMode.IN_PLACE
                ? HARNESS_BYTES_IN_PLACE
                : HARNESS_BYTES + threads * harnessBytesOfThread();
    }

    /** At least twice what JMH 1.37 was seen to need: 5 KB, 0.8 KB for a thread, 30 KB for one that samples. */
    private double harnessBytesOfThread() {
        return mode == BenchmarkMode.SAMPLE_TIME ? HARNESS_BYTES_OF_SAMPLING_THREAD : HARNESS_BYTES_OF_THREAD;
    }

    private Optional<Quantity> standard(StandardMetric metric, List<Iteration> iterations) {
        return switch (metric) {
            case MEAN -> finite(meanNanos(iterations), Unit.NANOSECONDS);
            case THROUGHPUT -> finite(threads * NANOS_PER_SECOND / meanNanos(iterations), Unit.PER_SECOND);
            case MEDIAN, P90, P95, P99, P999, MAX -> quantile(metric, iterations);
            case ALLOCATION -> allocation(iterations).map(AllocationPerOperation::perOperation);
            case CPU -> ratio(sum("cpu", iterations), operations(iterations), Unit.NANOSECONDS);
            case GC_TIME ->
                ratio(scaled(sum("gc.time", iterations), 100 * NANOS_PER_MILLI), nanos(iterations), Unit.PERCENT);
            case RSS, ERRORS -> Optional.empty();
        };
    }

    private double meanNanos(List<Iteration> iterations) {
        return switch (mode) {
            case THROUGHPUT -> threads * NANOS_PER_SECOND / unit.convert(meanScore(iterations), Unit.PER_SECOND);
            case AVERAGE_TIME -> unit.convert(meanScore(iterations), Unit.NANOSECONDS);
            case SAMPLE_TIME, SINGLE_SHOT -> unit.convert(meanLatency(iterations), Unit.NANOSECONDS);
            // Exact, where the times of single operations are those of their buckets.
            case IN_PLACE -> unit.convert(meanOfOperations(iterations), Unit.NANOSECONDS);
        };
    }

    private static double meanScore(List<Iteration> iterations) {
        return iterations.stream().mapToDouble(Iteration::score).average().orElseThrow();
    }

    private static double meanOfOperations(List<Iteration> iterations) {
        var time = iterations.stream()
                .mapToDouble(iteration -> iteration.score() * iteration.operations())
                .sum();
        return time / operations(iterations);
    }

    private static double meanLatency(List<Iteration> iterations) {
        var all = iterations.stream()
                .flatMap(iteration -> iteration.latencies().stream())
                .toList();
        if (all.isEmpty()) {
            return meanScore(iterations);
        }
        var time = all.stream()
                .mapToDouble(latency -> latency.time() * (double) latency.count())
                .sum();
        return time / all.stream().mapToLong(Iteration.Latency::count).sum();
    }

    private Optional<Quantity> quantile(StandardMetric metric, List<Iteration> iterations) {
        var counts = new TreeMap<Double, Long>();
        iterations.stream()
                .flatMap(iteration -> iteration.latencies().stream())
                .forEach(latency -> counts.merge(latency.time(), latency.count(), Long::sum));
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        return finite(WeightedQuantile.of(counts, metric.probability().orElseThrow()), unit);
    }

    private static Optional<Quantity> recorded(RecordedMetric metric, List<Iteration> iterations) {
        return RecordedCounter.of(metric.label())
                .map(counter -> scaled(sum(metric.label(), iterations), 1.0 / iterations.size()).stream()
                        .mapToObj(mean -> new Quantity(mean, counter.unit()))
                        .findFirst())
                .orElseGet(() -> secondary(metric, iterations));
    }

    private static Optional<Quantity> secondary(RecordedMetric metric, List<Iteration> iterations) {
        var scores = iterations.stream()
                .flatMap(iteration -> iteration.secondary().stream())
                .filter(score -> score.label().equals(metric.label()))
                .toList();
        var unit = scores.stream().map(SecondaryScore::unit).findFirst().flatMap(Unit::parse);
        var mean = scores.stream().mapToDouble(SecondaryScore::score).average();
        return unit.isEmpty() || mean.isEmpty() ? Optional.empty() : finite(mean.getAsDouble(), unit.get());
    }

    /** The sum of a counter over iterations; empty if one of them does not have it. */
    private static OptionalDouble sum(String counter, List<Iteration> iterations) {
        if (iterations.stream().anyMatch(iteration -> !iteration.counters().containsKey(counter))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(iterations.stream()
                .mapToDouble(iteration -> iteration.counters().getOrDefault(counter, 0L))
                .sum());
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.stream().map(present -> present * factor).findFirst();
    }

    private static double operations(List<Iteration> iterations) {
        return iterations.stream().mapToLong(Iteration::operations).sum();
    }

    private static double nanos(List<Iteration> iterations) {
        return iterations.stream()
                .mapToLong(iteration -> iteration.duration().toNanos())
                .sum();
    }

    private static Optional<Quantity> ratio(OptionalDouble dividend, double divisor, Unit unit) {
        return dividend.isEmpty() ? Optional.empty() : finite(dividend.getAsDouble() / divisor, unit);
    }

    private static Optional<Quantity> finite(double value, Unit unit) {
        return Double.isFinite(value) ? Optional.of(new Quantity(value, unit)) : Optional.empty();
    }

    /** Labels of everything that iterations recorded, for messages. */
    static List<String> recordedLabels(List<Iteration> iterations) {
        return iterations.stream()
                .flatMap(iteration -> Stream.concat(
                        iteration.counters().keySet().stream(),
                        iteration.secondary().stream().map(SecondaryScore::label)))
                .distinct()
                .sorted()
                .toList();
    }
}
