package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Metric;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.RecordedMetric;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        var notes = new ArrayList<>(run.notes());
        run.benchmarks().stream()
                .filter(benchmark -> benchmark.forks().size() < benchmark.plannedForks())
                .map(benchmark -> "[" + source + "] has " + benchmark.forks().size() + " of "
                        + Words.count(benchmark.plannedForks(), "planned fork") + " of [" + benchmark.id() + "].")
                .forEach(notes::add);
        return of(run.benchmarks(), Optional.of(run.environment()), Optional.of(run.start()), notes, source);
    }

    /** Some benchmarks of a run, perhaps with some of their forks only; what is to be noted of the run, others do. */
    static Measurements of(Run run, List<BenchmarkRun> benchmarks) {
        return of(benchmarks, Optional.of(run.environment()), Optional.of(run.start()), List.of(), run.id());
    }

    /**
     * What is worth knowing of some benchmarks of a run beside what they are judged by: processor time per operation,
     * unless some iterations do not have it, and the scores of the methods of groups.
     */
    static Measurements information(Run run, List<BenchmarkRun> benchmarks) {
        var samples = benchmarks.stream()
                .flatMap(benchmark -> Stream.concat(processorTime(benchmark).stream(), methodsOfGroup(benchmark)))
                .toList();
        return new Measurements(
                run.id(),
                samples,
                Optional.of(run.environment()),
                Optional.of(run.start()),
                Optional.empty(),
                List.of());
    }

    private static Optional<Sample> processorTime(BenchmarkRun benchmark) {
        return LimitJudge.figuresOf(benchmark)
                .map(figures -> values(benchmark, figures, StandardMetric.CPU))
                .filter(forks ->
                        forks.stream().flatMap(fork -> fork.values().stream()).allMatch(value -> value > 0))
                .map(forks -> sample(benchmark, StandardMetric.CPU.label(), Unit.NANOSECONDS, forks));
    }

    /** A method that became slower hardly moves the score of a group in which others do most of the operations. */
    private static Stream<Sample> methodsOfGroup(BenchmarkRun benchmark) {
        return benchmark.methods().size() < 2
                ? Stream.of()
                : benchmark.methods().stream().flatMap(method -> methodOfGroup(benchmark, method).stream());
    }

    private static Optional<Sample> methodOfGroup(BenchmarkRun benchmark, String method) {
        var unit = benchmark.forks().stream()
                .flatMap(fork -> fork.iterations().stream())
                .flatMap(iteration -> iteration.secondary().stream())
                .filter(score -> score.label().equals(method))
                .flatMap(score -> Unit.parse(score.unit()).stream())
                .findFirst();
        return unit.flatMap(found -> LimitJudge.figuresOf(benchmark)
                .map(figures ->
                        sample(benchmark, method, found, values(benchmark, figures, new RecordedMetric(method)))));
    }

    /**
     * What forks measured of which nothing else is known.
     *
     * @param source where they were read from, for messages
     */
    public static Measurements of(List<Fork> forks, List<String> notes, String source) {
        var benchmarks = new LinkedHashMap<BenchmarkId, List<Fork>>();
        forks.forEach(fork -> benchmarks
                .computeIfAbsent(fork.benchmark(), id -> new ArrayList<>())
                .add(fork));
        return of(
                benchmarks.entrySet().stream()
                        .map(benchmark -> benchmark(benchmark.getKey(), benchmark.getValue()))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                notes,
                source);
    }

    private static BenchmarkRun benchmark(BenchmarkId id, List<Fork> forks) {
        var nothing = new Budget(List.of(), Optional.empty());
        return new BenchmarkRun(id, "", List.of(), 1, "", nothing, forks.size(), 0, forks, List.of());
    }

    private static Measurements of(
            List<BenchmarkRun> benchmarks,
            Optional<Environment> environment,
            Optional<Instant> measured,
            List<String> notes,
            String source) {
        var samples = benchmarks.stream().flatMap(RunMeasurements::samplesOf).toList();
        return new Measurements(source, samples, environment, measured, Optional.empty(), notes);
    }

    /** Of a benchmark of which no fork finished a sample without values: it must not get out of sight. */
    static Stream<Sample> samplesOf(BenchmarkRun benchmark) {
        var figures = LimitJudge.figuresOf(benchmark);
        var allocations = figures.map(found -> allocations(benchmark, found)).orElse(List.of());
        var primary = primary(
                benchmark,
                figures.map(found -> values(
                                benchmark,
                                found,
                                ForkFigure.scored(benchmark.id().mode())))
                        .orElse(List.of()));
        return allocations.isEmpty()
                ? Stream.of(primary)
                : Stream.of(primary, sample(benchmark, StandardMetric.ALLOCATION.label(), Unit.BYTES, allocations));
    }

    /** Of a benchmark of which no more than that is known. */
    static Sample withoutValues(BenchmarkId benchmark) {
        return primary(benchmark(benchmark, List.of()), List.of());
    }

    /** As JMH's own results have it: rates stay rates. */
    private static Sample primary(BenchmarkRun benchmark, List<ForkSample> forks) {
        var metric = ForkFigure.scored(benchmark.id().mode());
        return sample(
                benchmark,
                metric.label(),
                metric == StandardMetric.THROUGHPUT ? Unit.PER_SECOND : Unit.NANOSECONDS,
                forks);
    }

    private static Sample sample(BenchmarkRun benchmark, String metric, Unit unit, List<ForkSample> forks) {
        return new Sample(
                new SampleId(benchmark.id().name(), benchmark.id().params(), metric),
                Optional.of(benchmark.id().mode()),
                unit,
                Optional.of(benchmark.workload()).filter(workload -> !workload.isBlank()),
                List.of(new Session(forks)));
    }

    /** NaN stands for an iteration without a number, so that the judge says so. */
    private static List<ForkSample> values(BenchmarkRun benchmark, Figures figures, Metric metric) {
        return benchmark.forks().stream()
                .map(fork -> new ForkSample(
                        SteadyIterations.of(fork).stream()
                                .map(iteration -> figures.of(metric, List.of(iteration)))
                                .map(figure -> figure.map(Quantity::value).orElse(Double.NaN))
                                .toList(),
                        fork.steadiness().steady()))
                .toList();
    }

    private static List<ForkSample> allocations(BenchmarkRun benchmark, Figures figures) {
        return benchmark.forks().stream()
                .flatMap(fork -> figures.allocation(SteadyIterations.of(fork)).stream()
                        .map(found -> new ForkSample(
                                List.of(found.surelyAllocated()),
                                fork.steadiness().steady(),
                                found.harness())))
                .toList();
    }
}
