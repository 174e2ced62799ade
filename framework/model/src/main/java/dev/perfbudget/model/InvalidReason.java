package dev.perfbudget.model;

import java.util.List;

/** Why a comparison makes no sense: data, not words. */
public sealed interface InvalidReason {

    /** Whether it means that the candidate was not measured, which fails. */
    default boolean isUnmeasured() {
        return false;
    }

    /** The candidate was not measured. */
    record NoForkFinished() implements InvalidReason {

        @Override
        public boolean isUnmeasured() {
            return true;
        }
    }

    /** A benchmark of the baseline that the candidate does not have. */
    record Missing() implements InvalidReason {

        @Override
        public boolean isUnmeasured() {
            return true;
        }
    }

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
    record Unusable(Side side, int values, double example) implements InvalidReason {

        /** Zero is a measurement, if one of which there is no ratio; what is no number is none. */
        @Override
        public boolean isUnmeasured() {
            return side == Side.CANDIDATE && example != 0;
        }
    }

    /** A side has the benchmark, but no values of it. */
    record Empty(Side side) implements InvalidReason {

        @Override
        public boolean isUnmeasured() {
            return side == Side.CANDIDATE;
        }
    }

    /** Blocks need as many forks on one side as on the other. */
    record Unpaired(Sides forks) implements InvalidReason {}

    /**
     * The calibration kernel beside itself was not found alike, so blocks of this run cannot be trusted.
     *
     * @param control its ratio, of which the true one is 1
     */
    record ControlMoved(EffectSize control) implements InvalidReason {}
}
