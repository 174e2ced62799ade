package dev.perfbudget.model;

/** What becomes of a suite in which a limit stayed undecided or a comparison inconclusive. */
public enum Policy {
    /** It passes, and says so. */
    WARN,
    /** More forks are measured while there is time; what is still undecided then is as under {@link #WARN}. */
    EXTEND,
    /** It fails. */
    FAIL;

    /** What becomes of what stays open in the end. */
    public Outcome outcomeOfOpen() {
        return this == FAIL ? Outcome.INCONCLUSIVE : Outcome.PASSED;
    }
}
