package dev.perfbudget.model;

import dev.perfbudget.model.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a candidate's samples are beside its baseline's.
 *
 * @param rules by which they were compared
 * @param verdicts waived ones first, else in the order of the baseline, new ones last
 * @param geomean geometric mean of the ratios of all that were compared by ratio; empty if none was
 */
public record SuiteComparison(ComparisonRules rules, List<SampleVerdict> verdicts, Optional<EffectSize> geomean) {

    public SuiteComparison {
        verdicts = List.copyOf(verdicts);
    }

    /** Of several suites, together; one geometric mean cannot speak of them all. */
    static Optional<SuiteComparison> together(List<SuiteComparison> suites) {
        if (suites.size() < 2) {
            return suites.stream().findFirst();
        }
        var verdicts = suites.stream()
                .flatMap(suite -> suite.verdicts().stream())
                .distinct()
                .toList();
        return Optional.of(new SuiteComparison(suites.get(0).rules(), verdicts, Optional.empty()));
    }

    /** What became of a sample; empty if it is none of these. */
    public Optional<SampleVerdict> of(SampleKey sample) {
        return verdicts.stream().filter(verdict -> verdict.key().equals(sample)).findFirst();
    }

    /** What becomes of the suite: invalid if nothing at all could be compared, and nothing failed. */
    public Outcome outcome() {
        return Stream.of(Outcome.FAILED, Outcome.INCONCLUSIVE)
                .filter(outcome -> verdicts.stream().anyMatch(verdict -> verdict.outcome() == outcome))
                .findFirst()
                .orElse(counts().judged() == 0 ? Outcome.INVALID : Outcome.PASSED);
    }

    /** How many verdicts of what kind there are. */
    public Counts counts() {
        return new Counts(
                ofKind(Kind.REGRESSED),
                ofKind(Kind.UNCHANGED),
                ofKind(Kind.IMPROVED),
                ofKind(Kind.INCONCLUSIVE),
                ofKind(Kind.INVALID),
                ofKind(Kind.NO_BASELINE),
                count(verdict -> verdict.waiver().isPresent()));
    }

    /** Whether something regressed that nothing lets pass. */
    boolean failsByRegression() {
        return verdicts.stream().anyMatch(SampleVerdict::failsByRegression);
    }

    /** Samples of the baseline that the candidate should have, and has not. */
    int unmeasured() {
        return count(verdict -> verdict.verdict().kind() == Kind.INVALID && verdict.outcome() == Outcome.FAILED);
    }

    private int ofKind(Kind kind) {
        return count(verdict -> verdict.verdict().kind() == kind);
    }

    private int count(Predicate<SampleVerdict> wanted) {
        return Math.toIntExact(verdicts.stream().filter(wanted).count());
    }

    /**
     * Verdicts by kind.
     *
     * @param waived those of the regressed that a waiver lets pass
     */
    public record Counts(
            int regressed, int unchanged, int improved, int inconclusive, int invalid, int noBaseline, int waived) {

        /** All of them. */
        public int total() {
            return regressed + unchanged + improved + inconclusive + invalid + noBaseline;
        }

        /** Those for which two sides were compared. */
        public int judged() {
            return regressed + unchanged + improved + inconclusive;
        }
    }
}
