package dev.perfbudget.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What stands behind a verdict on a candidate and its baseline. What there is too little for is absent.
 *
 * @param decidedBy the location, or rule, that decided: {@code effect} is its
 * @param effect the ratio that people should read; empty if there is none, as from zero bytes to some
 * @param quantile effect at the lower quantile of forks; empty for exact figures
 * @param mean effect at the mean of forks; empty for exact figures
 * @param exact both figures, if they are exact
 * @param slowdown threshold that was judged, 0.05 for five per cent
 * @param alpha largest chance of a false finding that was allowed for this benchmark
 * @param forks how many stand behind it; with {@link Design#PAIRED} both numbers are that of blocks
 * @param sessions how many they come from
 * @param unsteady forks whose times did not stay level; they count all the same
 * @param modes clusters among the forks: 1, or 2 where they come in two
 * @param twoModes each mode by itself, where the forks of blocks come in two on both sides
 * @param detectable smallest slowdown that such a comparison finds in four of five cases, 0.08 for eight per cent
 * @param moreForks how many more a side (or more blocks; with {@link Design#STORED} of the candidate alone) would probably decide it; empty where none are needed, or where
 *     no number would
 */
public record Comparison(
        Location decidedBy,
        Design design,
        Optional<EffectSize> effect,
        Optional<EffectSize> quantile,
        Optional<EffectSize> mean,
        Optional<ExactDifference> exact,
        double slowdown,
        double alpha,
        Sides forks,
        Sides sessions,
        SessionSpread sessionSpread,
        Sides unsteady,
        Sides modes,
        Optional<TwoModes> twoModes,
        Significance significance,
        Strength strength,
        OptionalDouble detectable,
        Optional<NoiseShares> noise,
        OptionalInt moreForks) {}
