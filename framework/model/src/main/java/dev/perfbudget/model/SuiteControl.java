package dev.perfbudget.model;

/** What the error rate {@code alpha} speaks of when many benchmarks are judged. */
public enum SuiteControl {
    /** Of each benchmark: among a hundred that did not change, {@code 100 alpha} are found all the same. */
    PER_BENCHMARK,
    /** Of the suite: the chance that any benchmark is called regressed that is not. Holm's step-down rule. */
    HOLM,
    /** Of the findings: the share of the benchmarks called regressed that are not. Benjamini and Hochberg's rule. */
    BENJAMINI_HOCHBERG
}
