package dev.perfbudget.judge;

import dev.perfbudget.model.Verdict;
import dev.perfbudget.statistics.AlphaSpending;
import java.util.Optional;
import java.util.OptionalDouble;

/** One sample beside its baseline, ready to be decided at any alpha. */
sealed interface SampleComparison permits NoisyComparison, ExactComparison, Undecidable {

    /**
     * How probable so clear a regression is if there is none, over both locations; empty if chance has no part in the
     * verdict.
     */
    default OptionalDouble pRegressed() {
        return OptionalDouble.empty();
    }

    /** How many forks a side, or blocks, chance has a part in. */
    default int forks() {
        return 0;
    }

    /** Whether no more blocks that are planned could decide it. */
    default boolean isFutile(AlphaSpending spending) {
        return true;
    }

    /** The ratio of means; empty if none is taken. */
    default Optional<MeanRatio> meanRatio() {
        return Optional.empty();
    }

    /** The same, for which only what is slower by more than this share is regressed. */
    SampleComparison allowing(double slowdown);

    /** The verdict, with at most {@code alpha} for a false finding. */
    Verdict verdict(double alpha);
}
