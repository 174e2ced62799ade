package dev.perfbudget.statistics;

import java.util.List;
import java.util.Optional;

/**
 * Where the noise of a benchmark comes from: from iteration to iteration within a fork, from fork to fork within a
 * session, from session to session.
 *
 * <p>Formula: the unweighted-means analysis of a nested design. {@code σ²_w} is the variance of values around the mean of
 * their fork, pooled; {@code σ²_f = V_f - σ²_w · mean(1 / n)} with the variance {@code V_f} of fork means around the mean
 * of their session, pooled; {@code σ²_s = V_s - V_f · mean(1 / forks)} with that of session means; below zero is zero.
 * Source: Searle, Casella and McCulloch, "Variance Components", Wiley (1992).
 *
 * <p>Assumes effects that are independent on each level. Iterations of a fork resemble their neighbours, which makes
 * {@code σ²_w} somewhat too small and {@code σ²_f} too large.
 *
 * <p>Small samples: a level without replicates is absent, not zero: one iteration a fork, one fork a session, one
 * session. An estimate from two or three sessions is hardly more than an order of magnitude.
 *
 * @param withinForks variance of one value around its fork
 * @param betweenForks variance of a fork around its session; with one value a fork the noise within is in it
 * @param betweenSessions variance of a session; with one fork a session the noise between forks is in it
 */
public record VarianceComponents(
        Optional<VarianceEstimate> withinForks,
        Optional<VarianceEstimate> betweenForks,
        Optional<VarianceEstimate> betweenSessions) {

    /** The components of one side: sessions of forks of values, on the log scale; none of them empty. */
    public static VarianceComponents of(List<List<double[]>> sessions) {
        return ofSides(List.of(sessions));
    }

    /** The components that several sides have in common; each side has a mean of its own. */
    public static VarianceComponents ofSides(List<List<List<double[]>>> sides) {
        var forks = sides.stream()
                .map(side -> side.stream()
                        .map(session -> session.stream().map(Moments::of).toList())
                        .toList())
                .toList();
        var sessions = forks.stream()
                .map(side -> side.stream().map(VarianceComponents::ofMeans).toList())
                .toList();
        var withinForks = pooled(
                forks.stream().flatMap(List::stream).flatMap(List::stream).toList());
        var ofForks = pooled(sessions.stream().flatMap(List::stream).toList());
        var ofSessions =
                pooled(sessions.stream().map(VarianceComponents::ofMeans).toList());
        return new VarianceComponents(
                withinForks,
                ofForks.map(variance -> without(
                        withinForks,
                        meanInverse(forks.stream().flatMap(List::stream).toList()),
                        variance)),
                ofSessions.map(variance -> without(ofForks, meanInverse(sessions), variance)));
    }

    private static Moments ofMeans(List<Moments> parts) {
        return Moments.of(parts.stream().mapToDouble(Moments::mean).toArray());
    }

    private static Optional<VarianceEstimate> pooled(List<Moments> groups) {
        return VarianceEstimate.pooled(
                groups.stream().flatMap(group -> group.variance().stream()).toList());
    }

    /** What is left of the variance of means when the noise of what they are means of is taken out. */
    private static VarianceEstimate without(Optional<VarianceEstimate> noise, double share, VarianceEstimate ofMeans) {
        var rest = ofMeans.variance()
                - share * noise.map(VarianceEstimate::variance).orElse(0.0);
        return new VarianceEstimate(Math.max(0, rest), ofMeans.degreesOfFreedom());
    }

    /** The mean of {@code 1 / n}, each group weighted with its degrees of freedom, as in its pooled variance. */
    private static double meanInverse(List<List<Moments>> groups) {
        var sum = 0.0;
        var freedom = 0;
        for (var group : groups) {
            var mean = group.stream()
                    .mapToDouble(part -> 1.0 / part.count())
                    .average()
                    .orElse(0);
            sum += mean * (group.size() - 1);
            freedom += group.size() - 1;
        }
        return freedom == 0 ? 0 : sum / freedom;
    }
}
