package dev.perfbudget.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How many clear clusters the values of forks come in: two modes of just-in-time compilation, for example.
 *
 * <p>Formula: for {@code k} = 2 and 3 the sorted values are cut at their {@code k - 1} widest gaps that leave at least
 * two values in every cluster. The clusters are clear if the narrowest of these gaps is wider than {@code t(0.999; n - k)
 * · s}, with the standard deviation {@code s} within clusters ({@code n - k} degrees of freedom), and than 2 %. The
 * largest clear {@code k} counts. The rule is our own: tests of unimodality (Hartigan's dip, Silverman's) find nothing in
 * ten values. Of 5 to 30 values of one mode it sees several in at most 1.5 % (normal, t(3)), 2.5 % (log-normal with σ =
 * 0.5), 3.6 % (uniform) of 5000 to 10 000 simulations.
 *
 * <p>Small samples: fewer than four values are one cluster; a fork alone is no cluster, because nobody knows whether it
 * is one. Of 5 forks in two equally frequent modes 16 standard deviations apart it sees both in about half of the cases,
 * of 10 nearly always.
 */
public final class ForkModes {

    private static final int MOST = 3;
    private static final int SMALLEST = 2;
    private static final double LEVEL = 0.999;
    private static final double RELEVANT = Math.log(1.02);

    private ForkModes() {}

    /** The number of clear clusters among logarithms, from 1 to 3. */
    public static int count(double[] logs) {
        return clusters(logs).size();
    }

    /** The clear clusters of logarithms, ascending, as are the values in each; one that has all of them if none are clear. */
    public static List<double[]> clusters(double[] logs) {
        var sorted = FiniteValues.check(logs).clone();
        Arrays.sort(sorted);
        var count = IntStream.rangeClosed(2, MOST)
                .filter(wanted -> wanted * SMALLEST <= sorted.length)
                .filter(wanted -> isClear(sorted, wanted, widestGaps(sorted, wanted - 1)))
                .max()
                .orElse(1);
        return cut(sorted, widestGaps(sorted, count - 1));
    }

    /** Standard deviation within the clear clusters; empty where there is one alone. */
    static OptionalDouble spreadWithin(double[] sorted) {
        var clusters = clusters(sorted);
        return clusters.size() == 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(squaresWithin(clusters) / (sorted.length - clusters.size())));
    }

    /** Where the clusters start, but for the first: after the widest gaps. */
    private static List<Integer> widestGaps(double[] sorted, int count) {
        var starts = new ArrayList<Integer>();
        for (var next = widestGap(sorted, starts);
                starts.size() < count && next.isPresent();
                next = widestGap(sorted, starts)) {
            starts.add(next.getAsInt());
        }
        Collections.sort(starts);
        return starts;
    }

    /** The widest gap that is left, with enough values on both of its sides. */
    private static OptionalInt widestGap(double[] sorted, List<Integer> starts) {
        var widest = OptionalInt.empty();
        for (var start = SMALLEST; start <= sorted.length - SMALLEST; start++) {
            if (leavesEnough(starts, start)
                    && (widest.isEmpty() || gap(sorted, start) > gap(sorted, widest.getAsInt()))) {
                widest = OptionalInt.of(start);
            }
        }
        return widest;
    }

    private static boolean leavesEnough(List<Integer> starts, int candidate) {
        for (int start : starts) {
            if (Math.abs(start - candidate) < SMALLEST) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClear(double[] sorted, int count, List<Integer> starts) {
        if (starts.size() < count - 1) {
            return false;
        }
        var squares = squaresWithin(cut(sorted, starts));
        var freedom = sorted.length - count;
        var widest = StudentT.exceededBy(1 - LEVEL, freedom) * Math.sqrt(squares / freedom);
        return starts.stream().allMatch(start -> gap(sorted, start) > Math.max(RELEVANT, widest));
    }

    private static double squaresWithin(List<double[]> clusters) {
        return clusters.stream()
                .mapToDouble(cluster -> Moments.of(cluster).squares())
                .sum();
    }

    private static List<double[]> cut(double[] sorted, List<Integer> starts) {
        var clusters = new ArrayList<double[]>();
        var from = 0;
        for (int start : starts) {
            clusters.add(Arrays.copyOfRange(sorted, from, start));
            from = start;
        }
        clusters.add(Arrays.copyOfRange(sorted, from, sorted.length));
        return clusters;
    }

    private static double gap(double[] sorted, int start) {
        return sorted[start] - sorted[start - 1];
    }
}
