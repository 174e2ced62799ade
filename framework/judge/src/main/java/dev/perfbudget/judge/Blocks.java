package dev.perfbudget.judge;

import dev.perfbudget.model.Location;
import dev.perfbudget.statistics.LogLocations;
import dev.perfbudget.statistics.SampleMedian;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The n-th forks of both sides, taken as having been measured in turns.
 *
 * <p>Of a block's iterations the n-th of both forks are a pair; where one fork has more, its first ones have none,
 * because that is where a longer warmup was cut off.
 *
 * @param quantiles median over the iteration pairs of {@code ln(candidate / baseline)}, one a block
 * @param means {@code ln} of the ratio of both forks' means, one a block
 */
record Blocks(List<Double> quantiles, List<Double> means) {

    /** Whether every session of one side has a session of the other with as many forks. */
    static boolean match(SampleValues baseline, SampleValues candidate) {
        return sizes(baseline).equals(sizes(candidate));
    }

    static Blocks of(SampleValues baseline, SampleValues candidate) {
        return new Blocks(
                each(baseline, candidate, Blocks::medianRatio), each(baseline, candidate, Blocks::ratioOfMeans));
    }

    /** The differences at a location. */
    double[] at(Location location) {
        var differences = location == Location.MEAN ? means : quantiles;
        return differences.stream().mapToDouble(difference -> difference).toArray();
    }

    private static List<Integer> sizes(SampleValues values) {
        return values.sessions().stream().map(List::size).toList();
    }

    private static List<Double> each(
            SampleValues baseline, SampleValues candidate, BiFunction<double[], double[], Double> difference) {
        var forks = baseline.sessions().stream().flatMap(List::stream).toList();
        var others = candidate.sessions().stream().flatMap(List::stream).toList();
        return IntStream.range(0, forks.size())
                .mapToObj(block -> difference.apply(forks.get(block), others.get(block)))
                .toList();
    }

    private static double medianRatio(double[] baseline, double[] candidate) {
        var pairs = Math.min(baseline.length, candidate.length);
        return SampleMedian.of(IntStream.rangeClosed(1, pairs)
                .mapToDouble(fromEnd ->
                        Math.log(candidate[candidate.length - fromEnd]) - Math.log(baseline[baseline.length - fromEnd]))
                .toArray());
    }

    /** Of the iterations that have a pair. */
    private static double ratioOfMeans(double[] baseline, double[] candidate) {
        var pairs = Math.min(baseline.length, candidate.length);
        return LogLocations.of(last(pairs, candidate)).mean()
                - LogLocations.of(last(pairs, baseline)).mean();
    }

    private static double[] last(int count, double[] values) {
        return Arrays.copyOfRange(values, values.length - count, values.length);
    }
}
