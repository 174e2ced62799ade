package dev.perfbudget.judge;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares a run with the sessions that its module has accepted for its environment class.
 *
 * <p>Alpha speaks of the run by Holm's rule from the first stage on. Fresh forks alone could not give that here: the
 * sessions of the baseline have a part in both stages, so a suspect that owes its ratio to them would be confirmed by
 * them.
 */
final class StoredComparison {

    private static final Set<Kind> NOT_FAILING = Set.of(Kind.REGRESSED, Kind.INCONCLUSIVE);

    private final Baseline baseline;
    private final ComparisonRules rules;

    StoredComparison(Baseline baseline, Policy policy) {
        this.baseline = baseline;
        this.rules = ComparisonRules.DEFAULT
                .withDesign(Design.STORED)
                .withSuite(SuiteControl.HOLM)
                .withPolicy(policy);
    }

    /** What became of a run, whatever else was measured in its build: so its tests and its build say the same. */
    ComparedRun of(Run run) {
        if (baseline.sessions().isEmpty()) {
            return ComparedRun.withNothing(List.of(), StoredNotes.nothingAccepted(run));
        }
        var wanted = run.environment().defining();
        var sessions = EnvironmentClasses.nearest(baseline.sessions(), wanted);
        var differences = sessions.stream()
                .flatMap(session -> session.environment().stream())
                .map(environment -> EnvironmentClasses.differences(environment.defining(), wanted))
                .findFirst()
                .orElse(List.of());
        return differences.isEmpty()
                ? compared(sessions, run)
                : ComparedRun.withNothing(differences, List.of(StoredNotes.otherClass(differences)));
    }

    private ComparedRun compared(List<Measurements> sessions, Run run) {
        var forgiving = rules.withWaivers(Waivers.onTheDayOf(run, baseline.waivers()));
        var suite = new StoredSuite(run);
        var known = suite.ofInterest(sessions);
        var unselected = suite.unselected(baseline.sessions());
        var first = new Comparer(forgiving, suite, waiver -> unselected.stream().anyMatch(waiver::covers))
                .compare(known, List.of(suite.screening()));
        var stage = new SecondStage(first, forgiving, suite);
        var suspects = stage.suspects();
        var decided = suspects.stream().noneMatch(suite::hasFreshForks)
                ? first
                : stage.confirm(suite.confirmed(known, suspects), List.of(suite.confirming(suspects)));
        var comparison = decided.comparison().orElseThrow();
        var gating = run.flaws().isEmpty() ? comparison : withoutFailing(comparison);
        return ComparedRun.stored(gating, notes(known, run, decided, suspects, suite));
    }

    /** What is not for gating fails nothing. */
    private static SuiteComparison withoutFailing(SuiteComparison comparison) {
        var verdicts = comparison.verdicts().stream()
                .map(sample ->
                        NOT_FAILING.contains(sample.verdict().kind()) ? sample.withOutcome(Outcome.PASSED) : sample)
                .toList();
        return new SuiteComparison(comparison.rules(), verdicts, comparison.geomean());
    }

    private static List<String> notes(
            List<Measurements> known, Run run, SuiteVerdict decided, List<SampleVerdict> suspects, StoredSuite suite) {
        var notes = new ArrayList<String>();
        StoredNotes.origin(known).ifPresent(notes::add);
        StoredNotes.gone(known, run).ifPresent(notes::add);
        StoredNotes.stale(known, run).ifPresent(notes::add);
        // Of a run that is not for gating nothing is measured again.
        for (var suspect : run.flaws().isEmpty() ? suspects : List.<SampleVerdict>of()) {
            decided.comparison()
                    .flatMap(comparison -> comparison.of(suspect.key()))
                    .flatMap(verdict -> StoredNotes.confirmation(suspect, verdict, suite.hasFreshForks(suspect)))
                    .ifPresent(notes::add);
        }
        notes.addAll(decided.notes());
        return notes;
    }
}
