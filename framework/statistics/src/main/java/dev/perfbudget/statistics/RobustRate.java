package dev.perfbudget.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much {@code y} there is for each {@code x}, where {@code y} has a fixed part besides that nobody asked for.
 *
 * <p>Formula: where the largest {@code x} is at least 1.25 times the smallest, the {@link TheilSenSlope}, which leaves
 * the fixed part out; elsewhere the slope is ill determined, and it is the median of {@code y / x}, which has the fixed
 * part in it, shared out. Never below zero.
 *
 * <p>Small samples: one point gives its ratio.
 *
 * @param perUnit of {@code x}
 * @param hasFixedPart whether the fixed part is in it
 */
public record RobustRate(double perUnit, boolean hasFixedPart) {

    private static final double ENOUGH_SPREAD = 1.25;

    /**
     * The rate of points.
     *
     * @param x above zero, not empty
     */
    public static RobustRate of(double[] x, double[] y) {
        var smallest = Arrays.stream(x).min().orElseThrow(() -> new IllegalArgumentException("No points, no rate"));
        var largest = Arrays.stream(x).max().orElse(smallest);
        if (!(smallest > 0)) {
            throw new IllegalArgumentException("There is no rate per [" + smallest + "]");
        }
        if (largest >= ENOUGH_SPREAD * smallest) {
            return new RobustRate(Math.max(0, TheilSenSlope.of(x, y).orElse(0.0)), false);
        }
        var ratios = IntStream.range(0, x.length).mapToDouble(i -> y[i] / x[i]).toArray();
        return new RobustRate(Math.max(0, SampleMedian.of(ratios)), true);
    }
}
