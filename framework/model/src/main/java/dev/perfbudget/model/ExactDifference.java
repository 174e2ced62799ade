package dev.perfbudget.model;

/**
 * Two figures that are exact by nature, each the same in all forks of its side.
 *
 * @param baseline median of the baseline's forks
 * @param candidate median of the candidate's forks
 * @param tolerance how much they may differ and still be the same
 */
public record ExactDifference(Quantity baseline, Quantity candidate, Quantity tolerance) {

    /** Candidate less baseline. */
    public Quantity difference() {
        return new Quantity(candidate.in(baseline.unit()) - baseline.value(), baseline.unit());
    }
}
