package dev.perfbudget.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much sessions differ, learned from sessions of a whole suite: the same build measured on another night.
 *
 * <p>Formula: of {@code b} benchmarks in {@code k} sessions, each mean less the mean of its benchmark is split into the
 * shift that a session has in common over all benchmarks, with the mean square {@code MS_c = Σ shift² / (k - 1)}, and what
 * remains, with {@code MS_r} of {@code (k - 1) (b - 1)} degrees of freedom. The variance between sessions is {@code s² =
 * MS_c + max(0, MS_r - noise)}, {@code noise} the mean variance of a session mean by its own forks, with Satterthwaite's
 * degrees of freedom {@code f}. Several sides are pooled. Source: two-way analysis of variance without replicates, Searle,
 * Casella and McCulloch, "Variance Components", Wiley (1992).
 *
 * <p>With an assumed variance {@code s0²} it is {@code (d s0² + f s²) / (d + f)}, with {@code d + f} degrees of freedom: the
 * posterior of a scaled inverse χ² prior (Gelman et al., "Bayesian Data Analysis", 3rd ed., 2013, section 2.6). What the
 * assumption is worth falls with the degrees of freedom {@code g} between sessions ({@code k - 1}, added over sides): {@code
 * d = 10 · 1.5 / (1.5 + g)}, which is 10, 6, 4.3, 3.3, 2.7 for one to five sessions of one side and 1.4 for ten. The 1.5
 * is from simulations (1 to 50 benchmarks; sessions 0 to 5 % apart, in common or each benchmark by itself; 3 % assumed): with
 * 1, three sessions find less than two in suites of ten, two less than one in suites of fifty; with more, errors where
 * sessions are farther apart than was assumed fall more slowly. No constant {@code d} does as well at both ends.
 *
 * <p>Assumes the same spread between sessions for every benchmark. The noise of forks stays in {@code MS_c}, shared out
 * over the benchmarks: cautious in small suites, next to nothing in large ones.
 *
 * <p>Small samples: with one session a side the assumption stands alone. Of nominal 1 % a bound for one to five and ten
 * sessions against one, of five forks that vary by 3 %, with 3 % assumed, is wrong in 0.4, 0.3, 0.3, 0.4, 0.5 and 0.6 %
 * where sessions are 3 % apart, in 4.6, 3.1, 2.3, 1.9, 1.6 and 1.1 % where they are 5 % apart, and in at most 0.3 % where
 * they are 2 % apart or less (100 000 simulations of one benchmark).
 *
 * <p>In suites of 3 to 50 it is at most 1 % where sessions are up to 3 % apart (1.15 % with ten sessions 1 % apart), and at
 * most 3.6, 2.5 and 1.2 % with two, three and ten sessions 5 % apart. Without the assumption three sessions, with two
 * degrees of freedom, found a benchmark slower by 30 % among ten in 37 % where they were 3 % apart, two with the assumption
 * alone in 93 %; now it is 78, 86, 86, 88, 90 and 97 % for one to five and ten.
 */
public final class SessionVariance {

    private static final double WORTH_OF_ASSUMPTION = 10;
    private static final double HALVED_BY = 1.5;

    private final List<VarianceEstimate> common = new ArrayList<>();
    private final List<VarianceEstimate> rest = new ArrayList<>();

    private SessionVariance() {}

    /**
     * What sessions tell. Benchmarks that were not measured in every session of their side are left out.
     *
     * @param sides of benchmarks of sessions of fork values, on the log scale; none of these empty
     */
    public static SessionVariance among(List<List<List<double[]>>> sides) {
        var sessions = new SessionVariance();
        sides.forEach(sessions::add);
        return sessions;
    }

    /** The variance as these sessions alone have it; empty if there is only one on each side. */
    public Optional<VarianceEstimate> learned() {
        return VarianceEstimate.pooled(common).map(shifts -> VarianceEstimate.pooled(rest)
                .map(others -> VarianceEstimate.sum(List.of(shifts, others)))
                .orElse(shifts));
    }

    /**
     * The variance, with what is assumed of it in advance.
     *
     * @param assumed standard deviation between sessions, on the log scale
     */
    public VarianceEstimate learnedWith(double assumed) {
        var guess = new VarianceEstimate(assumed * assumed, worthOfAssumption());
        return VarianceEstimate.pooled(
                        Stream.concat(Stream.of(guess), learned().stream()).toList())
                .orElseThrow();
    }

    /** How much of {@link #learnedWith} is assumption: 1 is all of it. */
    public double shareOfAssumption() {
        var worth = worthOfAssumption();
        return worth
                / (worth + learned().map(VarianceEstimate::degreesOfFreedom).orElse(0.0));
    }

    private double worthOfAssumption() {
        var freedom =
                common.stream().mapToDouble(VarianceEstimate::degreesOfFreedom).sum();
        return WORTH_OF_ASSUMPTION * HALVED_BY / (HALVED_BY + freedom);
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
