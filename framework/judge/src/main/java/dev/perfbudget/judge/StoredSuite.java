package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Slowdown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs of one environment class as the candidate of a comparison with stored sessions, each benchmark by its threshold. */
final class StoredSuite implements Thresholds {

    private final List<Run> runs;
    private final Map<BenchmarkId, BenchmarkRun> compared = new HashMap<>();
    private final Set<BenchmarkId> gone = new HashSet<>();

    StoredSuite(List<Run> runs) {
        this.runs = List.copyOf(runs);
        for (var run : runs) {
            run.benchmarks().stream()
                    .filter(benchmark -> benchmark.budget().slowdown().isPresent())
                    .forEach(benchmark -> compared.put(benchmark.id(), benchmark));
            gone.addAll(run.gone());
        }
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

    /** Sessions without what the runs were not asked to measure: a selection of benchmarks lacks nothing. */
    List<Measurements> ofInterest(List<Measurements> sessions) {
        return filtered(sessions, id -> compared.containsKey(id) || gone.contains(id));
    }

    List<Measurements> screening() {
        return measurements(benchmark -> Optional.of(benchmark.screeningForks()));
    }

    /** Fresh forks of the suspects that have some, and of those who are none the forks that there are. */
    List<Measurements> confirming(List<SampleVerdict> suspects) {
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

    boolean hasFlaws() {
        return runs.stream().anyMatch(run -> !run.flaws().isEmpty());
    }

    private boolean hasFreshForks(BenchmarkId id) {
        return Optional.ofNullable(compared.get(id))
                .filter(StoredSuite::isConfirmed)
                .isPresent();
    }

    private static boolean isConfirmed(BenchmarkRun benchmark) {
        return !benchmark.confirmingForks().isEmpty();
    }

    private List<Measurements> measurements(Function<BenchmarkRun, Optional<List<Fork>>> forks) {
        return runs.stream()
                .map(run -> RunMeasurements.of(
                        run,
                        run.benchmarks().stream()
                                .filter(benchmark -> compared.containsKey(benchmark.id()))
                                .flatMap(benchmark -> forks.apply(benchmark).map(benchmark::withForks).stream())
                                .toList()))
                .toList();
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
