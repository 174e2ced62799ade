package dev.perfbudget.statistics;

/**
 * p values of many tests, adjusted so that of the tests rejected up to {@code alpha} on average at most the share {@code
 * alpha} is rejected falsely.
 *
 * <p>Formula: for the {@code i}-th smallest of {@code m}: the smallest {@code min(1, m p[j] / j)} for {@code j >= i}. Source:
 * Benjamini and Hochberg, "Controlling the false discovery rate: a practical and powerful approach to multiple
 * testing", Journal of the Royal Statistical Society B 57 (1995). Assumes tests that are independent or depend
 * positively on each other, as benchmarks of one session do.
 *
 * <p>Small numbers: one test stays as it is. It bounds a share, not the chance that a build in which nothing changed
 * fails: with no true change at all both are the same.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /** The adjusted p values, in the order of the given ones. */
    public static double[] adjusted(double[] pValues) {
        var order = Holm.ascending(pValues);
        var adjusted = new double[pValues.length];
        var smallest = 1.0;
        for (var i = order.length - 1; i >= 0; i--) {
            var pValue = pValues[order[i]];
            smallest = Math.min(smallest, Math.max(pValue, pValue * order.length / (i + 1)));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }
}
