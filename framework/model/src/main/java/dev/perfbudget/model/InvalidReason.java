package dev.perfbudget.model;

import java.util.List;

/** Why a comparison makes no sense: data, not words. */
public sealed interface InvalidReason {

    /** The candidate was not measured. */
    record NoForkFinished() implements InvalidReason {}

    /** A benchmark of the baseline that the candidate does not have. */
    record Missing() implements InvalidReason {}

    /** The sides, or sessions of one side, are not alike. */
    record NotComparable(List<Difference> differences) implements InvalidReason {

        public NotComparable {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Values of which no logarithm can be taken: NaN, infinite, negative, or zero.
     *
     * @param example one of them
     */
    record Unusable(Side side, int values, double example) implements InvalidReason {}

    /** A side has the benchmark, but no values of it. */
    record Empty(Side side) implements InvalidReason {}

    /** Blocks need as many forks on one side as on the other. */
    record Unpaired(Sides forks) implements InvalidReason {}
}
