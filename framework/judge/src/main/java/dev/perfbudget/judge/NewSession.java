package dev.perfbudget.judge;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs of one build in one environment class, about to be accepted.
 *
 * @param gone benchmarks of the baseline that are on the class path no more
 */
record NewSession(AcceptedSession session, Set<BenchmarkId> gone) {

    private static final String STORED = "stored sessions";
    private static final String NEW = "the new session";

    static NewSession of(List<Run> runs) {
        var session = new AcceptedSession(
                runs.get(0).environment().defining(),
                runs.stream().map(Run::start).min(Instant::compareTo).orElseThrow(),
                runs.stream()
                        .map(Run::provenance)
                        .flatMap(provenance -> commit(provenance).stream())
                        .findFirst(),
                runs.stream()
                        .flatMap(run -> RunMeasurements.of(run, run.id()).samples().stream())
                        .toList());
        return new NewSession(
                session, runs.stream().flatMap(run -> run.gone().stream()).collect(toSet()));
    }

    /** What the code cannot be got back from is no commit. */
    private static Optional<String> commit(Provenance provenance) {
        return provenance.commit().filter(commit -> !provenance.dirty());
    }

    Acceptance acceptedInto(AcceptedSessions stored) {
        var ofClass = stored.of(session.environment());
        var older = ofClass.stream()
                .filter(other -> !other.start().equals(session.start()))
                .toList();
        var fates = fates(older, ofClass);
        var sessions = Stream.concat(
                        older.stream().map(other -> withoutDropped(other, fates)),
                        Stream.of(withOthersOfIts(ofClass, fates)))
                .toList();
        var words = new ArrayList<String>();
        words.add(ClassWords.of(stored, session));
        fates.forEach(fate -> words.add(fate.words()));
        return new Acceptance(stored.with(session.environment(), sessions), words);
    }

    /** Of all samples, new and old: those of the session in its order, then those that it does not have. */
    private List<SampleFate> fates(List<AcceptedSession> older, List<AcceptedSession> ofClass) {
        var verdicts = verdicts(older);
        var own = session.samples().stream()
                .map(sample -> SampleFate.of(
                        sample, having(sample.key(), older), Optional.ofNullable(verdicts.get(sample.key()))));
        var others = ofClass.stream()
                .flatMap(other -> other.samples().stream())
                .map(Sample::key)
                .distinct()
                .filter(key -> session.sample(key).isEmpty())
                .map(key -> SampleFate.absent(key, isMeasuredOtherwise(key), isGone(key)));
        return Stream.concat(own, others).toList();
    }

    private static List<Sample> having(SampleKey key, List<AcceptedSession> sessions) {
        return sessions.stream()
                .flatMap(session -> session.sample(key).stream())
                .toList();
    }

    private boolean isGone(SampleKey key) {
        return key.benchmark().filter(gone::contains).isPresent();
    }

    /** Whether the session has the benchmark, but not this metric of it. */
    private boolean isMeasuredOtherwise(SampleKey key) {
        return session.samples().stream().map(Sample::key).anyMatch(other -> other.benchmark()
                .equals(key.benchmark()));
    }

    private Map<SampleKey, SampleVerdict> verdicts(List<AcceptedSession> older) {
        var comparable = older.stream()
                .map(other -> other.withSamples(
                        other.samples().stream().filter(this::isComparable).toList()))
                .map(other -> other.measurements(STORED))
                .toList();
        var suite = new Comparer(ComparisonRules.DEFAULT).compare(comparable, List.of(measurements()));
        return suite.comparison().map(SuiteComparison::verdicts).orElse(List.of()).stream()
                .collect(toMap(SampleVerdict::key, verdict -> verdict));
    }

    private Measurements measurements() {
        return session.measurements(NEW);
    }

    private boolean isComparable(Sample old) {
        return session.sample(old.key())
                .filter(sample -> SampleFate.difference(old, sample).isEmpty())
                .isPresent();
    }

    private AcceptedSession withoutDropped(AcceptedSession other, List<SampleFate> fates) {
        var kept = fates.stream()
                .filter(SampleFate::keepsOlder)
                .map(SampleFate::key)
                .toList();
        return other.withSamples(other.samples().stream()
                .filter(sample -> kept.contains(sample.key()))
                .filter(sample -> session.sample(sample.key()).isEmpty() || isComparable(sample))
                .toList());
    }

    /** The session, with what was stored of the same start and is not in it. */
    private AcceptedSession withOthersOfIts(List<AcceptedSession> ofClass, List<SampleFate> fates) {
        var others = ofClass.stream()
                .filter(other -> other.start().equals(session.start()))
                .flatMap(other -> withoutDropped(other, fates).samples().stream())
                .filter(sample -> session.sample(sample.key()).isEmpty());
        return session.withSamples(
                Stream.concat(session.samples().stream(), others).toList());
    }
}
