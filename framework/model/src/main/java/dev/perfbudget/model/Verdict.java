package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/** What the comparison with a baseline says. */
public sealed interface Verdict {

    /** Which of the cases it is. */
    Kind kind();

    /** The numbers behind it, if two sides were compared. */
    default Optional<Comparison> compared() {
        return Optional.empty();
    }

    /** The cases. */
    enum Kind {
        REGRESSED,
        UNCHANGED,
        IMPROVED,
        INCONCLUSIVE,
        INVALID,
        NO_BASELINE
    }

    /** Slower than the threshold allows. */
    record Regressed(Comparison comparison) implements Verdict {

        @Override
        public Kind kind() {
            return Kind.REGRESSED;
        }

        @Override
        public Optional<Comparison> compared() {
            return Optional.of(comparison);
        }
    }

    /** Within the threshold. */
    record Unchanged(Comparison comparison) implements Verdict {

        @Override
        public Kind kind() {
            return Kind.UNCHANGED;
        }

        @Override
        public Optional<Comparison> compared() {
            return Optional.of(comparison);
        }
    }

    /** Faster by more than the threshold. */
    record Improved(Comparison comparison) implements Verdict {

        @Override
        public Kind kind() {
            return Kind.IMPROVED;
        }

        @Override
        public Optional<Comparison> compared() {
            return Optional.of(comparison);
        }
    }

    /** Too noisy, or too few forks, to say. */
    record Inconclusive(Comparison comparison) implements Verdict {

        @Override
        public Kind kind() {
            return Kind.INCONCLUSIVE;
        }

        @Override
        public Optional<Comparison> compared() {
            return Optional.of(comparison);
        }
    }

    /** Comparing makes no sense. */
    record Invalid(InvalidReason reason) implements Verdict {

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    /**
     * There is nothing to compare with.
     *
     * @param threshold that would have been judged, if one is declared
     * @param differences between this machine class and the nearest that has a baseline; empty if none has
     * @param lack what keeps the baseline that was named from being measured: {@code does not link: …}
     * @param isDemanded whether it fails for that ({@link MissingBaseline#FAIL})
     */
    record NoBaseline(
            Optional<Slowdown> threshold, List<Difference> differences, Optional<String> lack, boolean isDemanded)
            implements Verdict {

        public NoBaseline {
            differences = List.copyOf(differences);
        }

        /** Without a threshold, and nowhere else either. */
        public NoBaseline() {
            this(Optional.empty(), List.of(), Optional.empty(), false);
        }

        @Override
        public Kind kind() {
            return Kind.NO_BASELINE;
        }
    }
}
