package dev.perfbudget.statistics;

import java.util.Map;
import java.util.SortedMap;

/**
 * A quantile of values of which each was seen a number of times: a histogram of exact values.
 *
 * <p>Formula: with {@code N} values in all, {@code h = p (N + 1)}; the value of rank {@code h}, between neighbouring
 * ranks by linear interpolation, below rank 1 the smallest and from rank N on the largest. Source: type 6 of Hyndman
 * and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996): what JMH prints.
 *
 * <p>Small samples: with fewer than {@code 1 / (1 - p)} values it is the largest one: the p99 of 50 values is their
 * maximum.
 */
public final class WeightedQuantile {

    private WeightedQuantile() {}

    /**
     * The quantile.
     *
     * @param counts above zero, by value; not empty
     * @param probability from 0 (smallest) to 1 (largest)
     */
    public static double of(SortedMap<Double, Long> counts, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability is from 0 to 1, not [" + probability + "]");
        }
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var rank = Math.min(Math.max(1, probability * (double) (all + 1)), (double) all);
        var whole = (long) Math.floor(rank);
        var lower = valueOfRank(counts, whole);
        var fraction = rank - whole;
        return fraction == 0 ? lower : lower + fraction * (valueOfRank(counts, whole + 1) - lower);
    }

    private static double valueOfRank(SortedMap<Double, Long> counts, long rank) {
        var seen = 0L;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("No value has the rank [" + rank + "] of [" + seen + "]");
    }
}
