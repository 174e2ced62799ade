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
 * <p>Others who use the machine only add to times, in bursts that are longer than an iteration: so the fastest of a few
 * turns of a side is compared with the fastest of the other's turns in between. Of 16 blocks a kind of work (six kinds,
 * turns of 50 ms, machine loaded by other builds) that was 1.1 to 1.8 times as exact as single pairs, and a third less exact
 * on an idle machine, where both are exact. Both sides have as many turns in a window, so the smallest of them means the same.
 *
 * @param quantiles median over windows of turns of {@code ln(fastest of the candidate / fastest of the baseline)}, one a
 *     block
 * @param means {@code ln} of the ratio of both forks' means, one a block
 */
record Blocks(List<Double> quantiles, List<Double> means) {

    private static final int MOST_TURNS = 4;
    private static final int FEWEST_WINDOWS = 5;

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

    /** Windows of four turns a side; of fewer where there would not be five windows. */
    private static double medianRatio(double[] baseline, double[] candidate) {
        var pairs = Math.min(baseline.length, candidate.length);
        var turns = Math.max(1, Math.min(MOST_TURNS, pairs / FEWEST_WINDOWS));
        return SampleMedian.of(IntStream.range(0, pairs / turns)
                .mapToDouble(window ->
                        Math.log(fastest(window, turns, candidate)) - Math.log(fastest(window, turns, baseline)))
                .toArray());
    }

    /** Of the windows counted from the end. */
    private static double fastest(int window, int turns, double[] values) {
        var end = values.length - window * turns;
        return Arrays.stream(values, end - turns, end).min().orElseThrow();
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
