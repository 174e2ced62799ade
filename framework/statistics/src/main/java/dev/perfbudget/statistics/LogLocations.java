package dev.perfbudget.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Where the times of one fork lie, on the log scale: once by a low quantile, which noise that only adds hardly moves,
 * and once by the mean, which bursts move too.
 *
 * <p>Formula: {@code ln q(0.25)} with the quantile between neighbouring ranks at {@code h = 0.25 (n - 1) + 1}, and
 * {@code ln (Σ x / n)}. Source: type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American
 * Statistician 50 (1996), what NumPy and R do by default; Commons Statistics has it.
 *
 * <p>Assumes the same number of slices of the same length wherever two forks are compared: the quantile of slices
 * depends on how long they are.
 *
 * <p>Small samples: one time is both locations; of two the quantile lies a quarter of the way from the smaller.
 *
 * @param quantile logarithm of the lower quartile
 * @param mean logarithm of the arithmetic mean
 */
public record LogLocations(double quantile, double mean) {

    private static final double LOWER_QUARTILE = 0.25;
    private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);

    public LogLocations {
        FiniteValues.check(quantile, mean);
    }

    /**
     * The locations of at least one time.
     *
     * @param times above zero, in any unit that both sides share
     */
    public static LogLocations of(double[] times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("No times have no location");
        }
        FiniteValues.checkPositive(times);
        var largest = Arrays.stream(times).max().orElseThrow();
        var mean = Arrays.stream(times).map(time -> time / largest).average().orElseThrow();
        return new LogLocations(
                Math.log(QUANTILE.evaluate(times, LOWER_QUARTILE)),
                Math.min(Math.log(largest), Math.log(largest) + Math.log(mean)));
    }
}
