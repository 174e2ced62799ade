package dev.perfbudget.statistics;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Slope of a line through points of which some may be far off.
 *
 * <p>Formula: the median of {@code (y[j] - y[i]) / (x[j] - x[i])} over all pairs with different {@code x}. Source: Sen,
 * "Estimates of the regression coefficient based on Kendall's tau", Journal of the American Statistical Association 63
 * (1968). Up to 29 % of the points may be arbitrary.
 *
 * <p>Small samples: two points with different {@code x} have a slope; points of one {@code x} have none.
 */
public final class TheilSenSlope {

    private TheilSenSlope() {}

    /** The slope of {@code y} over {@code x}; empty if all {@code x} are the same. */
    public static Optional<Double> of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("[" + x.length + "] x but [" + y.length + "] y");
        }
        var slopes = IntStream.range(0, x.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(i + 1, x.length)
                        .filter(j -> x[j] != x[i])
                        .mapToDouble(j -> (y[j] - y[i]) / (x[j] - x[i])))
                .toArray();
        return slopes.length == 0 ? Optional.empty() : Optional.of(SampleMedian.of(slopes));
    }
}
