package dev.perfbudget.statistics;

import dev.perfbudget.statistics.LevelSegments.Segment;
import java.util.Arrays;
import java.util.List;

/**
 * From where on a series of iteration times (or rates) stays level: what comes before is warmup.
 *
 * <p>Formula: the logarithms are cut into {@link LevelSegments}; from the last segment backwards all those belong to
 * the tail whose level is within ±5 % of the last one's, or closer to it than two standard errors. The
 * series is steady if the tail has at least {@code max(5, n / 5)} values and the medians of its first and last third
 * differ by no more than 5 %, or than two standard errors. Source: the idea of change points
 * and a tolerated tail is that of Barrett et al., "Virtual machine warmup blows hot and cold", OOPSLA 2017; ±5 % of
 * Traini et al., "Towards effective assessment of steady state performance in Java software", Empirical Software
 * Engineering 28 (2023).
 *
 * <p>Assumes positive values at equal distances. Noise, be it large, is not unsteadiness; a level that changes is.
 *
 * <p>Small samples: fewer than five values are never steady, because nothing can be said of them.
 */
public final class SteadyTail {

    private static final double BAND = Math.log(1.05);
    private static final double IRRELEVANT_NOISE = 0.002;
    private static final int SHORTEST_TAIL = 5;
    private static final int LARGEST_PART_BEFORE = 5;
    private static final double STANDARD_ERRORS = 2;
    private static final double MEDIAN_EFFICIENCY = 1.25;

    private SteadyTail() {}

    /** Whether and from where on a series is level. */
    public static Steadiness of(double[] series) {
        if (Arrays.stream(series).anyMatch(value -> !(value > 0) || Double.isInfinite(value))) {
            return new Steadiness(false, series.length);
        }
        var logs = Arrays.stream(series).map(Math::log).toArray();
        var segments = new LevelSegments(logs, IRRELEVANT_NOISE);
        var from = startOfTail(segments.cut(), segments.sigma());
        var tail = Arrays.copyOfRange(logs, Math.min(from, logs.length), logs.length);
        var isSteady = tail.length >= Math.max(SHORTEST_TAIL, series.length / LARGEST_PART_BEFORE)
                && !drifts(tail, segments.sigma());
        return new Steadiness(isSteady, isSteady ? from : series.length);
    }

    private static int startOfTail(List<Segment> segments, double sigma) {
        if (segments.isEmpty()) {
            return 0;
        }
        var last = segments.get(segments.size() - 1);
        var from = last.start();
        for (var i = segments.size() - 2; i >= 0; i--) {
            var segment = segments.get(i);
            var standardError = sigma * Math.sqrt(1.0 / segment.length() + 1.0 / last.length());
            if (Math.abs(segment.level() - last.level()) > Math.max(BAND, STANDARD_ERRORS * standardError)) {
                break;
            }
            from = segment.start();
        }
        return from;
    }

    /** A median of n values has a standard error of about 1.25 σ / √n; a difference of two √2 times as much. */
    private static boolean drifts(double[] tail, double sigma) {
        var third = Math.max(1, tail.length / 3);
        var first = SampleMedian.of(Arrays.copyOf(tail, third));
        var last = SampleMedian.of(Arrays.copyOfRange(tail, tail.length - third, tail.length));
        var noise = STANDARD_ERRORS * MEDIAN_EFFICIENCY * sigma * Math.sqrt(2.0 / third);
        return Math.abs(last - first) > Math.max(BAND, noise);
    }
}
