package dev.perfbudget.statistics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts a series into stretches of one level each: change points in mean, found robustly.
 *
 * <p>Formula: of all ways to cut the series into segments of at least {@link #SHORTEST} values, the one with the
 * smallest {@code Σ (y - mean of its segment)² / σ² + penalty · number of segments}, found exactly by dynamic
 * programming. {@code σ = 1.4826 · MAD(y[i+k] - y[i]) / √2} with the median absolute deviation, the largest for k of 1 to 3:
 * steps and drift hardly touch it, and noise with a memory does not hide from it; {@code penalty = 3 ln n}.
 * Beforehand single values are drawn to within {@code 3 σ} of the median of their five neighbours, so that a spike is
 * no level of its own; not the first two, where a cold start is no spike. Sources: Jackson et al., "An algorithm for
 * optimal partitioning of data on an interval", IEEE Signal Processing Letters 12 (2005); the penalty is thrice
 * Schwarz's, for noise that depends on itself; the cleaning is Hampel's filter.
 *
 * <p>Assumes noise of one size throughout. Time grows with the square of the length.
 *
 * <p>Small samples: fewer than {@code 2 · SHORTEST} values are one segment.
 */
final class LevelSegments {

    static final int SHORTEST = 2;

    private static final double PENALTY = 3;
    private static final double SPIKE = 3;
    private static final int WINDOW = 2;
    private static final int LARGEST_LAG = 3;
    private static final double NORMAL_CONSISTENT = 1.4826;

    private final double[] series;
    private final double sigma;

    /**
     * A series to cut.
     *
     * @param smallestSigma noise below it does not matter, and is taken for it
     */
    LevelSegments(double[] series, double smallestSigma) {
        this.series = series;
        this.sigma = Math.max(smallestSigma, noiseOf(series));
    }

    /** Size of the noise from one value to the next. */
    double sigma() {
        return sigma;
    }

    /** A stretch of one level, which is the median of its values. */
    record Segment(int start, int end, double level) {

        int length() {
            return end - start;
        }
    }

    /** The segments, in order, without gaps; at least one if the series is not empty. */
    List<Segment> cut() {
        var starts = bestStarts();
        var segments = new ArrayDeque<Segment>();
        for (var end = series.length; end > 0; end = starts[end]) {
            var values = Arrays.copyOfRange(series, starts[end], end);
            segments.addFirst(new Segment(starts[end], end, SampleMedian.of(values)));
        }
        return new ArrayList<>(segments);
    }

    /** For each end of a series the start of its last segment in the best way to cut it. */
    private int[] bestStarts() {
        var sums = new Sums(withoutSpikes());
        var penalty = PENALTY * Math.log(Math.max(2, series.length)) * sigma * sigma;
        var cost = new double[series.length + 1];
        var starts = new int[series.length + 1];
        for (var end = 1; end <= series.length; end++) {
            cost[end] = sums.squaresAround(0, end) + penalty;
            for (var start = SHORTEST; start <= end - SHORTEST; start++) {
                var candidate = cost[start] + sums.squaresAround(start, end) + penalty;
                if (candidate < cost[end]) {
                    cost[end] = candidate;
                    starts[end] = start;
                }
            }
        }
        return starts;
    }

    private double[] withoutSpikes() {
        return IntStream.range(0, series.length)
                .mapToDouble(i -> i < SHORTEST ? series[i] : drawnIn(i))
                .toArray();
    }

    private double drawnIn(int i) {
        var neighbours = Arrays.copyOfRange(series, Math.max(0, i - WINDOW), Math.min(series.length, i + WINDOW + 1));
        var median = SampleMedian.of(neighbours);
        return Math.min(Math.max(series[i], median - SPIKE * sigma), median + SPIKE * sigma);
    }

    private static double noiseOf(double[] series) {
        return IntStream.rangeClosed(1, Math.min(LARGEST_LAG, series.length / 2))
                .mapToDouble(lag -> noiseOf(series, lag))
                .max()
                .orElse(0);
    }

    private static double noiseOf(double[] series, int lag) {
        var steps = IntStream.range(lag, series.length)
                .mapToDouble(i -> series[i] - series[i - lag])
                .toArray();
        var usual = SampleMedian.of(steps);
        var deviations =
                Arrays.stream(steps).map(step -> Math.abs(step - usual)).toArray();
        return NORMAL_CONSISTENT * SampleMedian.of(deviations) / Math.sqrt(2);
    }

    /** Running sums, centred so that squares stay exact. */
    private static final class Sums {

        private final double[] values;
        private final double[] squares;

        Sums(double[] series) {
            values = new double[series.length + 1];
            squares = new double[series.length + 1];
            var centre = series.length == 0 ? 0 : series[series.length - 1];
            for (var i = 0; i < series.length; i++) {
                var value = series[i] - centre;
                values[i + 1] = values[i] + value;
                squares[i + 1] = squares[i] + value * value;
            }
        }

        double squaresAround(int start, int end) {
            var sum = values[end] - values[start];
            return Math.max(0, squares[end] - squares[start] - sum * sum / (end - start));
        }
    }
}
