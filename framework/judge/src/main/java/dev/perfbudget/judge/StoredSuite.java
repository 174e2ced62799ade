package dev.perfbudget.judge;

import static java.util.stream.Collectors.toSet;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Slowdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A run as the candidate of a comparison with stored sessions, each benchmark by its threshold. */
final class StoredSuite implements Thresholds {

    private final Run run;
    private final Map<BenchmarkId, BenchmarkRun> compared = new LinkedHashMap<>();

    StoredSuite(Run run) {
        this.run = run;
        run.benchmarks().stream()
                .filter(benchmark -> benchmark.budget().slowdown().isPresent())
                .forEach(benchmark -> compared.put(benchmark.id(), benchmark));
    }

    @Override
    public double of(Sample sample) {
        return sample.key()
                .benchmark()
                .flatMap(id -> Optional.ofNullable(compared.get(id)))
                .flatMap(benchmark -> benchmark.budget().slowdown())
                .orElse(Slowdown.BUILT_IN)
                .share();
    }

    /** Sessions without what the run was not asked to measure: a selection of benchmarks lacks nothing. */
    List<Measurements> ofInterest(List<Measurements> sessions) {
        return filtered(sessions, id -> compared.containsKey(id) || run.gone().contains(id));
    }

    /** What the sessions have of benchmarks that the run was not asked to measure. */
    Set<SampleId> unselected(List<Measurements> sessions) {
        var measured = run.benchmarks().stream().map(BenchmarkRun::id).collect(toSet());
        return filtered(sessions, id -> !measured.contains(id) && !run.gone().contains(id)).stream()
                .flatMap(session -> session.samples().stream())
                .map(Sample::id)
                .collect(toSet());
    }

    Measurements screening() {
        return measurements(benchmark -> Optional.of(benchmark.screeningForks()));
    }

    /** Fresh forks of the suspects that have all of them, and of those who are none the forks that there are. */
    Measurements confirming(List<SampleVerdict> suspects) {
        return measurements(benchmark -> isConfirmed(benchmark)
                ? Optional.of(benchmark.confirmingForks())
                : Optional.of(benchmark.screeningForks()).filter(forks -> suspects.stream()
                        .noneMatch(suspect -> suspect.key().isOf(benchmark.id()))));
    }

    /** Sessions without those suspects that have no fresh forks to be compared. */
    List<Measurements> confirmed(List<Measurements> sessions, List<SampleVerdict> suspects) {
        return filtered(
                sessions,
                id -> hasFreshForks(id)
                        || suspects.stream().noneMatch(suspect -> suspect.key().isOf(id)));
    }

    boolean hasFreshForks(SampleVerdict suspect) {
        return suspect.key().benchmark().filter(this::hasFreshForks).isPresent();
    }

    private boolean hasFreshForks(BenchmarkId id) {
        return Optional.ofNullable(compared.get(id))
                .filter(StoredSuite::isConfirmed)
                .isPresent();
    }

    /** Some of what was asked for is another experiment than all of it: it says too little too often. */
    private static boolean isConfirmed(BenchmarkRun benchmark) {
        return benchmark.confirmationForks() > 0 && benchmark.confirmingForks().size() == benchmark.confirmationForks();
    }

    private Measurements measurements(Function<BenchmarkRun, Optional<List<Fork>>> forks) {
        return RunMeasurements.of(
                run,
                compared.values().stream()
                        .flatMap(benchmark -> forks.apply(benchmark).map(benchmark::withForks).stream())
                        .toList());
    }

    private static List<Measurements> filtered(List<Measurements> sessions, Predicate<BenchmarkId> wanted) {
        return sessions.stream()
                .map(session -> session.withSamples(session.samples().stream()
                        .filter(sample ->
                                sample.key().benchmark().filter(wanted).isPresent())
                        .toList()))
                .filter(session -> !session.samples().isEmpty())
                .toList();
    }
}
