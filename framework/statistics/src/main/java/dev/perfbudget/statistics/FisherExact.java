package dev.perfbudget.statistics;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Whether something happens as often in one group as in another, by counts alone.
 *
 * <p>Formula: of {@code a} hits among {@code n} and {@code b} among {@code m}, the probability, given {@code a + b} hits in
 * all, of every split that is no likelier than the one found; hits are then hypergeometric. Source: Fisher, "The logic of
 * inductive inference", Journal of the Royal Statistical Society 98 (1935). Two-sided as R's {@code fisher.test} and
 * SciPy's {@code fisher_exact}, which take splits for equally likely up to a rounding error.
 *
 * <p>Assumes independent cases with the same chance within a group. Small samples: exact, so never wrong too often, and
 * mostly less often: 5 against 5 are below 1 % only if it happens always on one side and never on the other.
 */
public final class FisherExact {

    private static final double ROUNDING = 1 + 1e-7;

    private FisherExact() {}

    /**
     * The two-sided p value of "it happens as often in both".
     *
     * @param hits in the first group
     * @param cases of the first group
     * @param otherHits in the second group
     * @param otherCases of the second group
     */
    public static double p(int hits, int cases, int otherHits, int otherCases) {
        check(hits, cases);
        check(otherHits, otherCases);
        var distribution = HypergeometricDistribution.of(cases + otherCases, hits + otherHits, cases);
        var found = distribution.probability(hits) * ROUNDING;
        var unlikely = IntStream.rangeClosed(distribution.getSupportLowerBound(), distribution.getSupportUpperBound())
                .mapToDouble(distribution::probability)
                .filter(probability -> probability <= found)
                .sum();
        return Math.min(1, unlikely);
    }

    private static void check(int hits, int cases) {
        if (hits < 0 || hits > cases || cases < 1) {
            throw new IllegalArgumentException("[" + hits + "] of [" + cases + "] cases is no count");
        }
    }
}
