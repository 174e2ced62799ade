package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Budget;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Both sides of a run that was measured in blocks, each benchmark by its threshold. */
final class PairedSuite implements Thresholds {

    private final Run run;
    private final Pairing pairing;

    PairedSuite(Run run, Pairing pairing) {
        this.run = run;
        this.pairing = pairing;
    }

    @Override
    public double of(Sample sample) {
        return run.benchmarks().stream()
                .filter(benchmark -> sample.key().isOf(benchmark.id()))
                .map(BenchmarkRun::budget)
                .findFirst()
                .orElse(Budget.NONE)
                .threshold();
    }

    /** The blocks that look for what is slower. */
    Sides screening() {
        var measured = sides(run.benchmarks(), BenchmarkRun::screeningForks);
        return new Sides(measured.baseline().stream().map(this::withGone).toList(), measured.candidate());
    }

    /** What the candidate has no more stands on the baseline's side, so that it is judged as what is missing always is. */
    private Measurements withGone(Measurements baseline) {
        return baseline.withSamples(
                Stream.concat(baseline.samples().stream(), run.gone().stream().map(RunMeasurements::withoutValues))
                        .toList());
    }

    /** The blocks that confirm. */
    Sides confirming() {
        return sides(
                run.benchmarks().stream()
                        .filter(benchmark -> !benchmark.confirmingForks().isEmpty())
                        .toList(),
                BenchmarkRun::confirmingForks);
    }

    /** What is compared in all blocks of benchmarks and decides nothing, of those that both sides have it of. */
    Sides information() {
        var blocks = run.benchmarks().stream()
                .filter(benchmark -> !benchmark.forks().isEmpty()
                        && !ofBaseline(benchmark).forks().isEmpty())
                .toList();
        return new Sides(information(blocks, this::ofBaseline), information(blocks, other -> other)).ofBoth();
    }

    private List<Measurements> information(List<BenchmarkRun> benchmarks, UnaryOperator<BenchmarkRun> side) {
        return List.of(
                RunMeasurements.information(run, benchmarks.stream().map(side).toList()));
    }

    private Sides sides(List<BenchmarkRun> benchmarks, Function<BenchmarkRun, List<Fork>> wanted) {
        return new Sides(
                measurements(benchmarks, wanted, this::ofBaseline), measurements(benchmarks, wanted, other -> other));
    }

    private List<Measurements> measurements(
            List<BenchmarkRun> benchmarks,
            Function<BenchmarkRun, List<Fork>> wanted,
            UnaryOperator<BenchmarkRun> side) {
        var samples = benchmarks.stream()
                .map(side)
                .filter(benchmark -> !benchmark.forks().isEmpty())
                .map(benchmark -> benchmark.withForks(wanted.apply(benchmark)))
                .toList();
        return List.of(RunMeasurements.of(run, samples));
    }

    private BenchmarkRun ofBaseline(BenchmarkRun candidate) {
        return candidate.withForks(pairing.of(candidate.id())
                .filter(paired -> paired.lack().isEmpty())
                .map(Pairing.PairedForks::forks)
                .orElse(List.of()));
    }

    /** What both sides measured in the same blocks. */
    record Sides(List<Measurements> baseline, List<Measurements> candidate) {

        /** What both have. */
        Set<SampleKey> keys() {
            var both = keys(baseline);
            both.retainAll(keys(candidate));
            return both;
        }

        /** Without what only one of them has. */
        private Sides ofBoth() {
            var both = keys();
            return new Sides(only(both, baseline), only(both, candidate));
        }

        private static List<Measurements> only(Set<SampleKey> keys, List<Measurements> side) {
            return side.stream()
                    .map(measurements -> measurements.withSamples(measurements.samples().stream()
                            .filter(sample -> keys.contains(sample.key()))
                            .toList()))
                    .toList();
        }

        private static Set<SampleKey> keys(List<Measurements> side) {
            return side.stream()
                    .flatMap(measurements -> measurements.samples().stream())
                    .map(Sample::key)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
