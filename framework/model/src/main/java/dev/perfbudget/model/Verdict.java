package dev.perfbudget.model;

/** What the comparison with a baseline says. */
public sealed interface Verdict {

    /** There is nothing to compare with. */
    record NoBaseline() implements Verdict {}

    /**
     * Comparing makes no sense.
     *
     * @param reason for people
     */
    record Invalid(String reason) implements Verdict {}
}
