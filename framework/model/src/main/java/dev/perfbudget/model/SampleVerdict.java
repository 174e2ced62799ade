package dev.perfbudget.model;

import dev.perfbudget.model.Verdict.Kind;
import java.util.Optional;

/**
 * The decision about one metric of one benchmark.
 *
 * @param mode empty where no file told
 * @param unit as it was recorded, which the scores are in
 * @param baseline what the baseline's forks say; empty if it has none
 * @param candidate what the candidate's forks say; empty if it has none
 * @param outcome what becomes of it by policy and waiver
 * @param waiver by which its regression passes
 */
public record SampleVerdict(
        SampleId id,
        Optional<BenchmarkMode> mode,
        Unit unit,
        Optional<Score> baseline,
        Optional<Score> candidate,
        Verdict verdict,
        Outcome outcome,
        Optional<Waiver> waiver) {

    /** Which sample it speaks of. */
    public SampleKey key() {
        return new SampleKey(id, mode);
    }

    /** Whether it regressed, and nothing lets that pass. */
    public boolean failsByRegression() {
        return verdict.kind() == Kind.REGRESSED && outcome == Outcome.FAILED;
    }

    /** Whether nobody knows what it comes to. */
    public boolean isOpen() {
        return verdict.kind() == Kind.INCONCLUSIVE || verdict.kind() == Kind.INVALID;
    }

    /** Whether it was compared by blocks. */
    public boolean isPaired() {
        return verdict.compared()
                .filter(found -> found.design() == Design.PAIRED)
                .isPresent();
    }

    /** The same, but left open. */
    public SampleVerdict undecided(Comparison found, Policy policy) {
        return new SampleVerdict(
                id,
                mode,
                unit,
                baseline,
                candidate,
                new Verdict.Inconclusive(found),
                policy.outcomeOfOpen(),
                Optional.empty());
    }

    /** The same, but not to be trusted. */
    public SampleVerdict invalid(InvalidReason reason) {
        return new SampleVerdict(
                id, mode, unit, baseline, candidate, new Verdict.Invalid(reason), Outcome.INVALID, Optional.empty());
    }

    /** The same with another outcome. */
    public SampleVerdict withOutcome(Outcome other) {
        return new SampleVerdict(id, mode, unit, baseline, candidate, verdict, other, waiver);
    }
}
