package dev.perfbudget.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * p values of many tests, adjusted so that rejecting those up to {@code alpha} has at most the probability {@code alpha}
 * of a single false rejection among all.
 *
 * <p>Formula: for the {@code i}-th smallest of {@code m}: the largest {@code min(1, (m - j + 1) p[j])} for {@code j <= i}.
 * Source: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).
 * Assumes nothing of how the tests depend on each other.
 *
 * <p>Small numbers: one test stays as it is.
 */
public final class Holm {

    private Holm() {}

    /** The adjusted p values, in the order of the given ones. */
    public static double[] adjusted(double[] pValues) {
        var order = ascending(pValues);
        var adjusted = new double[pValues.length];
        var largest = 0.0;
        for (var i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * pValues[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /** Indexes of p values from the smallest to the largest. */
    static int[] ascending(double[] pValues) {
        for (var pValue : pValues) {
            if (!(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("A p value is from 0 to 1, not [" + pValue + "]");
            }
        }
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
