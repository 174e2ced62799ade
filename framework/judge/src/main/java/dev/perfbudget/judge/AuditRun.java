package dev.perfbudget.judge;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Pairing.PairedForks;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One run of a module beside itself, and what the gate said. */
record AuditRun(Run run, Suspects suspects, SuiteVerdict verdict) {

    private static final int FIRST_LOOK = ComparisonRules.PAIRED.looks().get(0);

    static AuditRun of(Run run) {
        return new AuditRun(
                run, Suspects.of(run, Baseline.NONE), new Judge(Policy.WARN).judge(List.of(run), Baseline.NONE));
    }

    Duration took() {
        return Duration.between(run.start(), run.end());
    }

    int blocks() {
        return run.benchmarks().stream()
                .mapToInt(benchmark -> blocksOf(benchmark.id()))
                .sum();
    }

    int blocksOf(BenchmarkId id) {
        return ofBaseline(id).size();
    }

    /** Whether a benchmark was looked at: one for which there was no time has no verdict. */
    boolean hasVerdict(BenchmarkId id) {
        return blocksOf(id) >= FIRST_LOOK;
    }

    boolean failed(BenchmarkId id) {
        return verdict.benchmarks().stream()
                .filter(benchmark -> benchmark.id().equals(id))
                .map(BenchmarkVerdict::samples)
                .flatMap(List::stream)
                .anyMatch(SampleVerdict::failsByRegression);
    }

    /** The forks of both sides. */
    Stream<Fork> forks(BenchmarkId id) {
        return Stream.concat(
                benchmark(id).stream().flatMap(benchmark -> benchmark.forks().stream()), ofBaseline(id).stream());
    }

    /** The differences of all blocks of a benchmark; none if the sides do not fit together. */
    double[] differences(BenchmarkId id, Location location) {
        return benchmark(id)
                .filter(benchmark -> blocksOf(id) > 0)
                .map(benchmark -> differences(benchmark, location))
                .orElseGet(() -> new double[0]);
    }

    private double[] differences(BenchmarkRun benchmark, Location location) {
        var baseline = values(benchmark.withForks(ofBaseline(benchmark.id())));
        var candidate = values(benchmark);
        return Blocks.match(baseline, candidate)
                ? Blocks.of(baseline, candidate).at(location)
                : new double[0];
    }

    private static SampleValues values(BenchmarkRun benchmark) {
        return SampleValues.of(RunMeasurements.samplesOf(benchmark).findFirst().orElseThrow());
    }

    private Optional<BenchmarkRun> benchmark(BenchmarkId id) {
        return run.benchmarks().stream()
                .filter(benchmark -> benchmark.id().equals(id))
                .findFirst();
    }

    private List<Fork> ofBaseline(BenchmarkId id) {
        return run.pairing()
                .flatMap(pairing -> pairing.of(id))
                .map(PairedForks::forks)
                .orElse(List.of());
    }
}
