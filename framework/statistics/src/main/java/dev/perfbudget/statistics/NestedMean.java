package dev.perfbudget.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The mean of one side of a comparison, whose values (one a fork) come in sessions, with what its variance is made of.
 *
 * <p>Formula: the plain mean of the {@code k} session means. Its variance is {@code τ² / k + σ² · Σ (1 / n[i]) / k²}
 * with the variance {@code τ²} between sessions and {@code σ²} between the forks of one session; {@code σ²} is pooled
 * within the sessions, with {@code Σ (n[i] - 1)} degrees of freedom. Source: the unweighted-means analysis of a nested
 * design, Searle, Casella and McCulloch, "Variance Components", Wiley (1992).
 *
 * <p>Assumes independent sessions, and independent forks of one variance within them.
 *
 * <p>Small samples: where every session has one value, nothing is known of {@code σ²} by itself.
 *
 * @param mean of the session means
 * @param sessions k
 * @param values of all sessions together
 * @param share what {@code σ²} is multiplied with in the variance of the mean: {@code 1 / n} for one session
 * @param withinSessions {@code σ²}; empty if no session has two values
 * @param betweenMeans variance of the session means themselves; empty for one session
 */
public record NestedMean(
        double mean,
        int sessions,
        int values,
        double share,
        Optional<VarianceEstimate> withinSessions,
        Optional<VarianceEstimate> betweenMeans) {

    public NestedMean {
        FiniteValues.check(mean, share);
    }

    /** The mean of one session. */
    public static NestedMean of(double[] values) {
        return of(List.of(values));
    }

    /**
     * The mean of sessions.
     *
     * @param sessions at least one, each of at least one value
     */
    public static NestedMean of(List<double[]> sessions) {
        var moments = sessions.stream().map(Moments::of).toList();
        var means = Moments.of(moments.stream().mapToDouble(Moments::mean).toArray());
        var count = moments.stream().mapToInt(Moments::count).sum();
        var shares =
                moments.stream().mapToDouble(session -> 1.0 / session.count()).sum();
        var freedom = count - sessions.size();
        var squares = moments.stream().mapToDouble(Moments::squares).sum();
        return new NestedMean(
                means.mean(),
                sessions.size(),
                count,
                shares / sessions.size() / sessions.size(),
                freedom == 0 ? Optional.empty() : Optional.of(new VarianceEstimate(squares / freedom, freedom)),
                means.variance());
    }

    /** The same mean as if its sessions had {@code more} forks, shared out as the present ones are. */
    NestedMean withMore(int more) {
        var perSession = (double) values / sessions;
        var newShare = share * perSession / (perSession + (double) more / sessions);
        return new NestedMean(
                mean,
                sessions,
                values + more,
                newShare,
                withinSessions.map(within -> new VarianceEstimate(within.variance(), within.degreesOfFreedom() + more)),
                betweenMeans);
    }
}
