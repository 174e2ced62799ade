package dev.perfbudget.report.chart;

import dev.perfbudget.judge.SteadyIterations;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Times of single operations of all forks of one side together, in the forks' unit. */
final class LatencyCurve {

    private final double[] times;
    private final long[] upTo;

    /**
     * A curve.
     *
     * @param times ascending
     * @param upTo how many operations took no longer, for each
     */
    private LatencyCurve(double[] times, long[] upTo) {
        this.times = times;
        this.upTo = upTo;
    }

    /** Of the iterations that count; empty where single operations were not timed. */
    static Optional<LatencyCurve> of(List<Fork> forks) {
        var latencies = forks.stream()
                .flatMap(fork -> SteadyIterations.of(fork).stream())
                .flatMap(iteration -> iteration.latencies().stream())
                .filter(latency -> latency.count() > 0 && Range.isDrawable(latency.time()) && latency.time() >= 0)
                .sorted(Comparator.comparingDouble(Iteration.Latency::time))
                .toList();
        if (latencies.isEmpty()) {
            return Optional.empty();
        }
        var times = latencies.stream().mapToDouble(Iteration.Latency::time).toArray();
        var upTo = new long[times.length];
        var all = 0L;
        for (var i = 0; i < times.length; i++) {
            all += latencies.get(i).count();
            upTo[i] = all;
        }
        return Optional.of(new LatencyCurve(times, upTo));
    }

    long operations() {
        return upTo[upTo.length - 1];
    }

    double smallest() {
        return times[0];
    }

    double largest() {
        return times[times.length - 1];
    }

    /** The time that so many of all operations, from 0 to 1, do not exceed. */
    double at(double share) {
        var wanted = Math.max(1, (long) Math.ceil(share * (double) operations()));
        var from = 0;
        var to = upTo.length - 1;
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (upTo[middle] < wanted) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return times[from];
    }

    /** How many times ten there are as many operations: 3 of a thousand. */
    double decades() {
        return Math.log10((double) operations());
    }
}
