package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Pairing;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.model.Waiver;
import dev.perfbudget.model.Waivers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the sides of a run that was measured in blocks.
 *
 * <p>A benchmark is screened at its own alpha, spent over planned looks; what is regressed then is only a suspect. Fresh
 * blocks decide about suspects, at the suite's alpha over their number: so a suite in which nothing is slower than its
 * threshold fails no more often than alpha, whatever the first stage did.
 */
final class PairedComparison {

    private final List<Waiver> waivers;
    private final ComparisonRules rules;

    PairedComparison(List<Waiver> waivers) {
        this(waivers, Policy.WARN);
    }

    PairedComparison(List<Waiver> waivers, Policy policy) {
        this.waivers = waivers;
        this.rules = ComparisonRules.PAIRED.withPolicy(policy);
    }

    /** What the first stage leaves to the second. */
    Suspects suspects(Run run, Pairing pairing) {
        var stage = secondStage(run, new PairedSuite(run, pairing));
        return Suspects.of(stage.suspects(), stage.alpha());
    }

    private SecondStage secondStage(Run run, PairedSuite suite) {
        var forgiving = rules.withWaivers(Waivers.onTheDayOf(run, waivers));
        var screening = suite.screening();
        var measured = screening.keys().stream().map(SampleKey::id).toList();
        // A run knows of no other benchmarks than its own: only a waiver that names one of them surely covers no more.
        var first = new Comparer(
                        forgiving,
                        suite,
                        waiver -> waiver.isPattern() || measured.stream().noneMatch(waiver::covers))
                .compare(screening.baseline(), screening.candidate());
        return new SecondStage(first, forgiving, suite);
    }

    ComparedRun of(Run run, Pairing pairing) {
        return pairing.absence()
                .map(why -> ComparedRun.withoutBaseline(
                        lacks(pairing), "Not compared with " + pairing.baseline() + ": " + why + "."))
                .orElseGet(() -> compared(run, pairing));
    }

    private ComparedRun compared(Run run, Pairing pairing) {
        var suite = new PairedSuite(run, pairing);
        var stage = secondStage(run, suite);
        var confirming = suite.confirming();
        var fresh = confirming.keys();
        var unconfirmed = stage.suspects().stream()
                .map(SampleVerdict::key)
                .filter(suspect -> !fresh.contains(suspect))
                .toList();
        var decided = stage.confirm(confirming.baseline(), confirming.candidate());
        var comparison = withoutFailing(decided.comparison().orElseThrow(), unconfirmed);
        var control = ControlCheck.of(run);
        var trusted = control.filter(ControlCheck::isMoved)
                .map(moved -> moved.invalid(comparison))
                .orElse(comparison);
        var notes = notes(pairing, decided, stage, unconfirmed);
        run.gone().stream()
                .map(BenchmarkId::name)
                .distinct()
                .map(InvalidWords::goneBesideBuild)
                .forEach(notes::add);
        control.map(ControlCheck::note).ifPresent(notes::add);
        return new ComparedRun(Optional.of(trusted), information(suite), List.of(), lacks(pairing), notes);
    }

    /** By all blocks together: it fails nothing, so it needs no stages. */
    private List<SampleVerdict> information(PairedSuite suite) {
        var sides = suite.information();
        return new Comparer(rules, suite, waiver -> false)
                .compare(sides.baseline(), sides.candidate()).comparison().stream()
                        .flatMap(comparison -> comparison.verdicts().stream())
                        .toList();
    }

    /** Only what fresh blocks confirm fails. */
    private static SuiteComparison withoutFailing(SuiteComparison comparison, List<SampleKey> unconfirmed) {
        var verdicts = comparison.verdicts().stream()
                .map(sample -> unconfirmed.contains(sample.key()) ? open(sample, comparison.rules()) : sample)
                .toList();
        return new SuiteComparison(comparison.rules(), verdicts, comparison.geomean());
    }

    private static SampleVerdict open(SampleVerdict suspect, ComparisonRules rules) {
        return suspect.verdict()
                .compared()
                .map(found -> suspect.undecided(found, rules.policy()))
                .orElse(suspect);
    }

    private static Map<BenchmarkId, String> lacks(Pairing pairing) {
        return pairing.benchmarks().stream()
                .filter(paired -> paired.lack().isPresent())
                .collect(Collectors.toMap(
                        Pairing.PairedForks::id, paired -> paired.lack().orElseThrow()));
    }

    private static List<String> notes(
            Pairing pairing, SuiteVerdict decided, SecondStage stage, List<SampleKey> unconfirmed) {
        var notes = new ArrayList<String>();
        notes.add(
                "Compared with " + pairing.baseline() + ", whose forks took turns with the candidate's (to repeat it in"
                        + " the same order: -Dperfbudget.seed=" + pairing.seed() + ").");
        pairing.differences().stream()
                .map(difference -> "Class paths differ: " + difference)
                .forEach(notes::add);
        pairing.benchmarks().stream()
                .flatMap(paired ->
                        paired.lack().stream().map(lack -> "[" + paired.id() + "] has no baseline (" + lack + ")."))
                .forEach(notes::add);
        for (var suspect : stage.suspects()) {
            if (unconfirmed.contains(suspect.key())) {
                notes.add("[" + suspect.id() + "] looked regressed, and no fresh blocks could be measured to confirm"
                        + " that: it stays open.");
            } else {
                confirmation(suspect, decided).ifPresent(notes::add);
            }
        }
        notes.addAll(decided.notes());
        return notes;
    }

    private static Optional<String> confirmation(SampleVerdict suspect, SuiteVerdict decided) {
        return decided.comparison()
                .flatMap(comparison -> comparison.of(suspect.key()))
                .flatMap(verdict -> StoredNotes.confirmation(suspect, verdict, true));
    }
}
