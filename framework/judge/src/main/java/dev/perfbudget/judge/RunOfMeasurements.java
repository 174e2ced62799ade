package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Iteration;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SecondaryScore;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.statistics.Steadiness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One session of measurements as a run, for a report: of each benchmark the score of every iteration, beside it what else
 * its forks say. What a file of measurements does not tell, such as warmup, lengths of iterations and budgets, the run does
 * not have.
 */
public final class RunOfMeasurements {

    private final Measurements measurements;
    private final int session;
    private final Instant time;

    /**
     * One session.
     *
     * @param session which of each sample's, from 0
     * @param otherwise when it was measured, where the measurements do not tell
     */
    public RunOfMeasurements(Measurements measurements, int session, Instant otherwise) {
        this.measurements = measurements;
        this.session = session;
        this.time = measurements.measured().orElse(otherwise);
    }

    /**
     * The run.
     *
     * @param name of the run and, as that is not known, of its module
     */
    public Run named(String name) {
        var notes = new ArrayList<>(measurements.notes());
        var benchmarks = scores().stream().map(this::benchmark).toList();
        others().filter(sample -> benchmarks.stream().noneMatch(benchmark -> isOf(sample, benchmark.id())))
                .map(sample -> "[" + sample.key() + "] is not shown: there is neither mean nor throughput of it.")
                .forEach(notes::add);
        return new Run(
                name,
                time,
                time,
                name,
                measurements.environment().orElseGet(() -> new Environment(Map.of(), Map.of())),
                new Provenance(measurements.commit(), Optional.empty(), false, Optional.empty(), Optional.empty()),
                Map.of(),
                benchmarks,
                List.of(),
                notes,
                List.of());
    }

    private List<Sample> scores() {
        return measurements.samples().stream()
                .filter(sample -> sample.id().isScore())
                .filter(sample -> sample.sessions().size() > session)
                .toList();
    }

    private Stream<Sample> others() {
        return measurements.samples().stream().filter(sample -> !sample.id().isScore());
    }

    private BenchmarkRun benchmark(Sample score) {
        var id = id(score);
        var forks = forks(score, id);
        return new BenchmarkRun(
                id,
                id.name().substring(0, Math.max(0, id.name().lastIndexOf('.'))),
                List.of(),
                1,
                score.workload().orElse(""),
                Budget.NONE,
                forks.size(),
                0,
                forks,
                List.of());
    }

    private static BenchmarkId id(Sample score) {
        var usual = score.id().metric().equals(StandardMetric.THROUGHPUT.label())
                ? BenchmarkMode.THROUGHPUT
                : BenchmarkMode.AVERAGE_TIME;
        return new BenchmarkId(
                score.id().benchmark(), score.mode().orElse(usual), score.id().params());
    }

    private static boolean isOf(Sample sample, BenchmarkId benchmark) {
        return sample.id().benchmark().equals(benchmark.name())
                && sample.id().params().equals(benchmark.params())
                && sample.mode().filter(mode -> mode != benchmark.mode()).isEmpty();
    }

    private List<Fork> forks(Sample score, BenchmarkId id) {
        var others = others().filter(sample -> isOf(sample, id)).toList();
        var forks = score.sessions().get(session).forks();
        return IntStream.range(0, forks.size())
                .mapToObj(index -> fork(id, index, score, forks.get(index), secondary(others, index)))
                .toList();
    }

    private List<SecondaryScore> secondary(List<Sample> others, int fork) {
        return others.stream()
                .flatMap(sample -> sample.sessions().stream()
                        .skip(session)
                        .limit(1)
                        .map(Session::forks)
                        .filter(forks -> forks.size() > fork)
                        .map(forks -> new SecondaryScore(
                                sample.id().metric(),
                                mean(forks.get(fork)),
                                sample.unit().symbol())))
                .toList();
    }

    private static double mean(ForkSample fork) {
        return fork.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private Fork fork(BenchmarkId id, int index, Sample score, ForkSample values, List<SecondaryScore> secondary) {
        var iterations = IntStream.range(0, values.values().size())
                .mapToObj(number -> iteration(number, values.values().get(number)))
                .toList();
        return new Fork(
                id,
                index,
                time,
                score.unit().symbol(),
                iterations,
                secondary,
                new Steadiness(values.steady(), 0),
                Map.of(),
                Map.of());
    }

    /** As one operation, as nobody knows how many it had: all of a benchmark weigh the same. */
    private Iteration iteration(int index, double score) {
        return new Iteration(false, index, time, Duration.ZERO, score, 1, List.of(), List.of(), Map.of());
    }
}
