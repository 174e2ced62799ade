package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run as one side of a comparison: mean time per operation of every iteration, and allocated bytes per operation of
 * every fork.
 */
public final class RunMeasurements {

    private RunMeasurements() {}

    /**
     * What a run measured.
     *
     * @param source where the run was read from, for messages
     */
    public static Measurements of(Run run, String source) {
        var samples =
                run.benchmarks().stream().flatMap(RunMeasurements::samplesOf).toList();
        return new Measurements(source, samples, Optional.of(run.environment()), run.notes());
    }

    private static Stream<Sample> samplesOf(BenchmarkRun benchmark) {
        return LimitJudge.figuresOf(benchmark).stream().flatMap(figures -> Stream.of(
                        sample(benchmark, StandardMetric.MEAN, Unit.NANOSECONDS, means(benchmark, figures)),
                        sample(benchmark, StandardMetric.ALLOCATION, Unit.BYTES, allocations(benchmark, figures)))
                .flatMap(Optional::stream));
    }

    private static Optional<Sample> sample(
            BenchmarkRun benchmark, StandardMetric metric, Unit unit, List<ForkSample> forks) {
        if (forks.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sample(
                new SampleId(benchmark.id().name(), benchmark.id().params(), metric.label()),
                Optional.of(benchmark.id().mode()),
                unit,
                Optional.of(benchmark.workload()).filter(workload -> !workload.isBlank()),
                List.of(new Session(forks))));
    }

    private static List<ForkSample> means(BenchmarkRun benchmark, Figures figures) {
        return benchmark.forks().stream()
                .map(fork -> new ForkSample(
                        SteadyIterations.of(fork).stream()
                                .map(iteration -> figures.of(StandardMetric.MEAN, List.of(iteration)))
                                .flatMap(Optional::stream)
                                .map(Quantity::value)
                                .toList(),
                        fork.steadiness().steady()))
                .filter(fork -> !fork.values().isEmpty())
                .toList();
    }

    private static List<ForkSample> allocations(BenchmarkRun benchmark, Figures figures) {
        return benchmark.forks().stream()
                .flatMap(fork -> figures.allocation(SteadyIterations.of(fork)).stream()
                        .map(found -> new ForkSample(
                                List.of(found.perOperation().value()),
                                fork.steadiness().steady())))
                .toList();
    }
}
