package dev.perfbudget.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ranks of values, equal ones sharing the mean of theirs. Kept doubled, so that they are whole numbers.
 */
final class Midranks {

    private final int[] doubled;
    private final double tieTerm;

    private Midranks(int[] doubled, double tieTerm) {
        this.doubled = doubled;
        this.tieTerm = tieTerm;
    }

    /** Twice the rank of each value, in the order of the values. */
    int[] doubled() {
        return doubled;
    }

    /** {@code Σ (t³ - t)} over groups of {@code t} equal values. */
    double tieTerm() {
        return tieTerm;
    }

    static Midranks of(double[] values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var doubled = new int[values.length];
        var tieTerm = 0.0;
        for (var from = 0; from < order.length; ) {
            var to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (var i = from; i < to; i++) {
                doubled[order[i]] = from + to + 1;
            }
            var ties = (double) to - from;
            tieTerm += ties * (ties * ties - 1);
            from = to;
        }
        return new Midranks(doubled, tieTerm);
    }

    /** The ranks, all divided by two if none is halved: half the work for whoever counts their sums. */
    int[] smallest() {
        var areWhole = Arrays.stream(doubled).allMatch(rank -> rank % 2 == 0);
        return areWhole ? Arrays.stream(doubled).map(rank -> rank / 2).toArray() : doubled;
    }
}
