package dev.perfbudget.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From where on series of the same work stay level, all seen together.
 *
 * <p>Formula: of each series the logarithms less the median of its last third; at each place the median of all series that
 * are so long; of that curve the {@link SteadyTail}. What disturbs one series at one time is nothing to the others, while a
 * warmup is at the same place in all: so noise that keeps most series from looking level by themselves does not show.
 *
 * <p>Assumes series that begin alike. The warmup of a minority that takes longer than the rest is not seen: half of the
 * series at most can be told from noise.
 *
 * <p>Small samples: one series is judged by itself. Of two the median is their mean, and noise shows half.
 */
public final class CommonWarmup {

    private static final int PARTS = 3;

    private CommonWarmup() {}

    /**
     * Whether and from where on they are level.
     *
     * @param series iteration times (or rates), warmups first; one that has other than positive values is left out
     */
    public static Steadiness of(List<double[]> series) {
        var curves = series.stream()
                .filter(values -> values.length > 0
                        && Arrays.stream(values).allMatch(value -> value > 0 && Double.isFinite(value)))
                .map(CommonWarmup::overItsLevel)
                .toList();
        var longest = curves.stream().mapToInt(curve -> curve.length).max().orElse(0);
        return SteadyTail.of(IntStream.range(0, longest)
                .mapToDouble(place -> Math.exp(SampleMedian.of(curves.stream()
                        .filter(curve -> curve.length > place)
                        .mapToDouble(curve -> curve[place])
                        .toArray())))
                .toArray());
    }

    private static double[] overItsLevel(double[] values) {
        var logs = Arrays.stream(values).map(Math::log).toArray();
        var level =
                SampleMedian.of(Arrays.copyOfRange(logs, logs.length - Math.max(1, logs.length / PARTS), logs.length));
        return Arrays.stream(logs).map(log -> log - level).toArray();
    }
}
