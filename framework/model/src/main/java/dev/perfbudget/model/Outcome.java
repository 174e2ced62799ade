package dev.perfbudget.model;

/** What becomes of a suite, or of one benchmark of it. */
public enum Outcome {
    /** Everything that could break held, or there was nothing to hold against, which is said. */
    PASSED,
    /** A limit is broken, or a benchmark could not be measured. */
    FAILED,
    /** A limit is undecided and policy lets that fail. */
    INCONCLUSIVE,
    /** Nothing at all was judged. */
    INVALID
}
