package dev.perfbudget.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much sessions differ, learned from sessions of a whole suite: the same build measured on another night.
 *
 * <p>Formula: of {@code b} benchmarks in {@code k} sessions, each mean less the mean of its benchmark is split into the
 * shift that a session has in common over all benchmarks, with the mean square {@code MS_c = Σ shift² / (k - 1)}, and what
 * remains, with {@code MS_r} of {@code (k - 1) (b - 1)} degrees of freedom. The variance between sessions is {@code MS_c +
 * max(0, MS_r - noise)}, {@code noise} the mean variance of a session mean by its own forks, with Satterthwaite's degrees
 * of freedom. Several sides are pooled. Source: two-way analysis of variance without replicates, Searle, Casella and
 * McCulloch, "Variance Components", Wiley (1992).
 *
 * <p>Assumes the same spread between sessions for every benchmark. The noise of forks stays in {@code MS_c}, shared out
 * over the benchmarks: cautious in small suites, next to nothing in large ones.
 *
 * <p>Small samples: two degrees of freedom between sessions are the least that is answered: three sessions of one side,
 * or two of both. That is little: with three sessions against one, three times as different as the means of their
 * five forks, a bound of nominal 1 % is wrong in 2.1 % (one benchmark), 2.3 % (20 benchmarks that shift together), 0.9 % (20 of which
 * each shifts by itself), and in less than 1 % where sessions differ by nothing.
 */
public final class SessionVariance {

    private static final int LEAST_FREEDOM = 2;

    private final List<VarianceEstimate> common = new ArrayList<>();
    private final List<VarianceEstimate> rest = new ArrayList<>();

    private SessionVariance() {}

    /**
     * The variance between sessions; empty if there are too few. Benchmarks that were not measured in every session of
     * their side are left out.
     *
     * @param sides of benchmarks of sessions of fork values, on the log scale; none of these empty
     */
    public static Optional<VarianceEstimate> learned(List<List<List<double[]>>> sides) {
        var learned = new SessionVariance();
        sides.forEach(learned::add);
        return learned.variance();
    }

    private void add(List<List<double[]>> benchmarks) {
        var count = benchmarks.stream().mapToInt(List::size).max().orElse(0);
        var complete =
                benchmarks.stream().filter(sessions -> sessions.size() == count).toList();
        if (count < 2) {
            return;
        }
        var deviations = complete.stream().map(SessionVariance::deviations).toList();
        var shifts = IntStream.range(0, count)
                .mapToDouble(session -> deviations.stream()
                        .mapToDouble(means -> means[session])
                        .average()
                        .orElseThrow())
                .toArray();
        common.add(new VarianceEstimate(squares(shifts, new double[count]) / (count - 1), count - 1));
        if (complete.size() > 1) {
            var freedom = (double) (count - 1) * (complete.size() - 1);
            var squares = deviations.stream()
                    .mapToDouble(means -> squares(means, shifts))
                    .sum();
            rest.add(new VarianceEstimate(Math.max(0, squares / freedom - noise(complete)), freedom));
        }
    }

    private Optional<VarianceEstimate> variance() {
        return VarianceEstimate.pooled(common)
                .filter(shifts -> shifts.degreesOfFreedom() >= LEAST_FREEDOM)
                .map(shifts -> VarianceEstimate.pooled(rest)
                        .map(others -> VarianceEstimate.sum(List.of(shifts, others)))
                        .orElse(shifts));
    }

    /** The mean variance of a session mean by its forks; zero where every session has one. */
    private static double noise(List<List<double[]>> benchmarks) {
        return benchmarks.stream()
                .map(NestedMean::of)
                .mapToDouble(mean ->
                        mean.withinSessions().map(VarianceEstimate::variance).orElse(0.0)
                                * mean.share()
                                * mean.sessions())
                .average()
                .orElse(0);
    }

    private static double[] deviations(List<double[]> sessions) {
        var means = sessions.stream()
                .mapToDouble(values -> Moments.of(values).mean())
                .toArray();
        var mean = Moments.of(means).mean();
        return Arrays.stream(means).map(value -> value - mean).toArray();
    }

    private static double squares(double[] values, double[] around) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - around[i]) * (values[i] - around[i]))
                .sum();
    }
}
