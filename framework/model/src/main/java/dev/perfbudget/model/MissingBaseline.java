package dev.perfbudget.model;

/** What becomes of benchmarks that have a threshold, in an environment class for which nothing was accepted. */
public enum MissingBaseline {
    /** They pass, and it is said. */
    WARN,
    /** They fail. */
    FAIL
}
