package dev.perfbudget.judge;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Difference;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteControl;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Verdict.Kind;
import dev.perfbudget.model.Waivers;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares runs with the sessions that their module has accepted for their environment class.
 *
 * <p>Alpha speaks of the suite by Holm's rule from the first stage on. Fresh forks alone could not give that here: the
 * sessions of the baseline have a part in both stages, so a suspect that owes its ratio to them would be confirmed by
 * them.
 */
final class StoredComparison {

    private final Baseline baseline;
    private final ComparisonRules rules;

    StoredComparison(Baseline baseline, Policy policy) {
        this.baseline = baseline;
        this.rules = ComparisonRules.DEFAULT.withSuite(SuiteControl.HOLM).withPolicy(policy);
    }

    /** What became of all runs: one environment class as a rule, several if a build measures on several JDKs. */
    StoredVerdicts of(List<Run> runs) {
        if (baseline.sessions().isEmpty()) {
            return StoredVerdicts.none(StoredNotes.nothingAccepted(runs));
        }
        Map<Map<String, String>, List<Run>> byClass = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.environment().defining(), LinkedHashMap::new, Collectors.toList()));
        var shared =
                rules.withAlpha(rules.alpha() / Math.max(1, byClass.size())).withWaivers(waivers(runs));
        return byClass.entrySet().stream()
                .map(members -> of(members.getKey(), members.getValue(), shared))
                .reduce(StoredVerdicts.none(List.of()), StoredVerdicts::with);
    }

    /** The day is that of the runs, so that whoever judges them again comes to the same. */
    private Waivers waivers(List<Run> runs) {
        return runs.stream()
                .map(Run::start)
                .max(Comparator.naturalOrder())
                .map(start -> new Waivers(
                        baseline.waivers(), start.atZone(ZoneOffset.UTC).toLocalDate()))
                .orElse(Waivers.NONE);
    }

    private StoredVerdicts of(Map<String, String> wanted, List<Run> runs, ComparisonRules shared) {
        var sessions = EnvironmentClasses.nearest(baseline.sessions(), wanted);
        var differences = sessions.stream()
                .flatMap(session -> session.environment().stream())
                .map(environment -> EnvironmentClasses.differences(environment.defining(), wanted))
                .findFirst()
                .orElse(List.of());
        return differences.isEmpty() ? compared(sessions, runs, shared) : elsewhere(differences, runs);
    }

    private static StoredVerdicts elsewhere(List<Difference> differences, List<Run> runs) {
        var classes = runs.stream()
                .flatMap(run -> run.benchmarks().stream())
                .collect(Collectors.toMap(BenchmarkRun::id, benchmark -> differences, (one, same) -> one));
        return new StoredVerdicts(Optional.empty(), classes, List.of(StoredNotes.otherClass(differences)));
    }

    private static StoredVerdicts compared(List<Measurements> sessions, List<Run> runs, ComparisonRules rules) {
        var suite = new StoredSuite(runs);
        var known = suite.ofInterest(sessions);
        var first = new Comparer(rules, suite).compare(known, suite.screening());
        var stage = new SecondStage(first, rules, suite);
        var suspects = stage.suspects();
        var decided = stage.confirm(suite.confirmed(known, suspects), suite.confirming(suspects));
        var verdicts = verdicts(decided, suite.hasFlaws());
        return new StoredVerdicts(
                decided.comparison()
                        .map(comparison -> new SuiteComparison(comparison.rules(), verdicts, comparison.geomean())),
                Map.of(),
                notes(known, runs, decided, suspects, suite));
    }

    /** What is not for gating fails nothing. */
    private static List<SampleVerdict> verdicts(SuiteVerdict decided, boolean hasFlaws) {
        return decided.comparison().stream()
                .flatMap(comparison -> comparison.verdicts().stream())
                .map(sample -> hasFlaws && sample.verdict().kind() == Kind.REGRESSED
                        ? sample.withOutcome(Outcome.PASSED)
                        : sample)
                .toList();
    }

    private static List<String> notes(
            List<Measurements> known,
            List<Run> runs,
            SuiteVerdict decided,
            List<SampleVerdict> suspects,
            StoredSuite suite) {
        var notes = new ArrayList<String>();
        StoredNotes.gone(known, runs).ifPresent(notes::add);
        StoredNotes.stale(known, runs).ifPresent(notes::add);
        for (var suspect : suspects) {
            verdicts(decided, false).stream()
                    .filter(verdict -> verdict.key().equals(suspect.key()))
                    .findFirst()
                    .flatMap(verdict -> StoredNotes.confirmation(suspect, verdict, suite.hasFreshForks(suspect)))
                    .ifPresent(notes::add);
        }
        notes.addAll(decided.notes());
        return notes;
    }
}
