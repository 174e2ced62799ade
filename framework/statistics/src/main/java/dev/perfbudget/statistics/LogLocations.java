package dev.perfbudget.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Where the times of one fork lie, on the log scale: once by a low quantile, which noise that only adds hardly moves,
 * and once by the mean, which bursts move too.
 *
 * <p>Formula: {@code ln q(p)} with the quantile between neighbouring ranks at {@code h = p (n + 1)}, from the first to the
 * last, and {@code ln (Σ x / n)}. {@code p} is 0.1, or {@code 1 / (n + 1)} where the fork with the fewest times has fewer
 * than nine: the lowest level at which all forks compared have an answer. Source: type 6 of Hyndman and Fan, "Sample
 * quantiles in statistical packages", The American Statistician 50 (1996), R's {@code quantile(type = 6)}, NumPy's {@code
 * weibull}; Commons Statistics has it. The rank {@code h} is where the quantile is expected among n times, so that forks of
 * 10 and of 50 times estimate the same thing, which neither their minimum does nor other types do so near to the end.
 *
 * <p>The level is low because noise only adds to times: of a true slowdown of 10 % more is found at 0.1 than at the lower
 * quartile, and most where times still wander.
 *
 * <p>Assumes slices of the same length wherever two forks are compared: the quantile of slices depends on how long they are.
 *
 * <p>Small samples: one time is both locations; of up to nine times the quantile is the smallest one.
 *
 * @param quantile logarithm of the low quantile
 * @param mean logarithm of the arithmetic mean
 */
public record LogLocations(double quantile, double mean) {

    private static final double LEVEL = 0.1;

    /** On a copy: in place it would leave the times in another order. */
    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(EstimationMethod.HF6).withCopy(true);

    public LogLocations {
        FiniteValues.check(quantile, mean);
    }

    /** The locations of at least one time, compared with forks of as many times. */
    public static LogLocations of(double[] times) {
        return of(times, times.length);
    }

    /**
     * The locations of at least one time.
     *
     * @param times above zero, in any unit that both sides share
     * @param fewest number of times of the fork that has the fewest, on either side
     */
    public static LogLocations of(double[] times, int fewest) {
        if (times.length == 0) {
            throw new IllegalArgumentException("No times have no location");
        }
        FiniteValues.checkPositive(times);
        var largest = Arrays.stream(times).max().orElseThrow();
        var mean = Arrays.stream(times).map(time -> time / largest).average().orElseThrow();
        return new LogLocations(
                Math.log(QUANTILE.evaluate(times, Math.max(LEVEL, 1.0 / (fewest + 1)))),
                Math.min(Math.log(largest), Math.log(largest) + Math.log(mean)));
    }
}
