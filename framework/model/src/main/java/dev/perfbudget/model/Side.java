package dev.perfbudget.model;

/** One of the two that are compared. */
public enum Side {
    /** What is compared against. */
    BASELINE,
    /** What is judged. */
    CANDIDATE
}
