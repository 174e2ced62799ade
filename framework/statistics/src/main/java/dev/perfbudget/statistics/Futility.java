package dev.perfbudget.statistics;

/**
 * Whether further blocks up to the last look could still decide: whether an estimate will clear its threshold, to either
 * side.
 *
 * <p>Formula: conditional power. With {@code z} the normal deviate of the same p value as the estimate's t against the
 * threshold, {@code s} the share of the blocks taken so far and {@code z[K]} the boundary of the last look, the chance to
 * end above it is {@code Φ((z √s + θ (1 - s) - z[K]) / √(1 - s))} for a drift {@code θ}; the present trend is {@code θ = z /
 * √s}, and one standard error is added to it in favour of going on: {@code θ = (z + 1) / √s}. Likewise below. Source: Lan and
 * Wittes, "The B-value: a tool for monitoring data", Biometrics 44 (1988).
 *
 * <p>Assumes what {@link AlphaSpending} assumes. Stopping early makes no verdict wrong, it only leaves more of them
 * inconclusive: of an effect that would be found with 80 % power, less than two points.
 */
public final class Futility {

    /** Below this chance of a decision further blocks are better spent elsewhere. */
    public static final double SMALL_CHANCE = 0.1;

    private Futility() {}

    /**
     * The chance that the last look decides.
     *
     * @param estimate so far
     * @param threshold to be told from it
     * @param blocks so far
     * @param spending which plans the last look
     */
    public static double chance(TEstimate estimate, double threshold, int blocks, AlphaSpending spending) {
        var share = (double) blocks / spending.last();
        var boundary =
                NormalCurve.quantileAbove(spending.levelAt(spending.last()).orElseThrow());
        var above = deviate(estimate.pAtMost(threshold));
        var below = deviate(estimate.pAtLeast(threshold));
        return Math.max(chance(above, share, boundary), chance(below, share, boundary));
    }

    /** Whether it is time to stop. */
    public static boolean isReached(TEstimate estimate, double threshold, int blocks, AlphaSpending spending) {
        return chance(estimate, threshold, blocks, spending) < SMALL_CHANCE;
    }

    private static double chance(double deviate, double share, double boundary) {
        if (share >= 1) {
            return deviate > boundary ? 1 : 0;
        }
        var drift = (deviate + 1) / Math.sqrt(share);
        return NormalCurve.below((deviate * Math.sqrt(share) + drift * (1 - share) - boundary) / Math.sqrt(1 - share));
    }

    /** Kept finite where nothing is left to chance. */
    private static double deviate(double pValue) {
        return NormalCurve.quantileAbove(Math.min(Math.max(pValue, Double.MIN_NORMAL), 1 - Math.ulp(0.5)));
    }
}
