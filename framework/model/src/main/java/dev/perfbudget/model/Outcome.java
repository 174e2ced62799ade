package dev.perfbudget.model;

/** What becomes of a suite, or of one benchmark of it. */
public enum Outcome {
    /** Everything that could break held, or there was nothing to hold against, which is said. */
    PASSED,
    /** A limit is broken, a benchmark regressed, could not be measured, or is missing. */
    FAILED,
    /** A limit is undecided, or a comparison inconclusive, and policy lets that fail. */
    INCONCLUSIVE,
    /** Nothing at all was judged. */
    INVALID
}
