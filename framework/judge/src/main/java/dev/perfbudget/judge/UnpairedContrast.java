package dev.perfbudget.judge;

import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Strength;
import dev.perfbudget.statistics.CliffsDelta;
import dev.perfbudget.statistics.CohensD;
import dev.perfbudget.statistics.MannWhitney;
import dev.perfbudget.statistics.NestedMean;
import dev.perfbudget.statistics.PooledT;
import dev.perfbudget.statistics.Precision;
import dev.perfbudget.statistics.RankTest;
import dev.perfbudget.statistics.TEstimate;
import dev.perfbudget.statistics.VarianceEstimate;
import dev.perfbudget.statistics.WelchT;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Forks of two sides that have nothing to do with each other, in their sessions. As many forks on both sides have one
 * variance between them, moderated by what is usual in the suite; else each side has its own.
 */
final class UnpairedContrast implements Contrast {

    private final List<double[]> sessionsOfBaseline;
    private final List<double[]> sessionsOfCandidate;
    private final double[] baseline;
    private final double[] candidate;
    private final NestedMean meanOfBaseline;
    private final NestedMean meanOfCandidate;
    private final VarianceEstimate betweenSessions;
    private final Optional<VarianceEstimate> common;

    UnpairedContrast(List<double[]> baseline, List<double[]> candidate, LocationKnowledge knowledge) {
        this.sessionsOfBaseline = List.copyOf(baseline);
        this.sessionsOfCandidate = List.copyOf(candidate);
        this.baseline = ForkLocations.flat(baseline);
        this.candidate = ForkLocations.flat(candidate);
        this.meanOfBaseline = NestedMean.of(baseline);
        this.meanOfCandidate = NestedMean.of(candidate);
        this.betweenSessions = knowledge.sessions().variance();
        this.common = commonVariance(meanOfBaseline, meanOfCandidate).map(knowledge::moderated);
    }

    /** The variance between forks that both sides share; empty if each is to have its own. */
    static Optional<VarianceEstimate> commonVariance(NestedMean baseline, NestedMean candidate) {
        return PooledT.applies(baseline, candidate) ? PooledT.commonVariance(baseline, candidate) : Optional.empty();
    }

    @Override
    public double point() {
        return meanOfCandidate.mean() - meanOfBaseline.mean();
    }

    @Override
    public Optional<TEstimate> estimate() {
        return common.map(variance -> PooledT.difference(meanOfBaseline, meanOfCandidate, variance, betweenSessions))
                .or(this::plainEstimate);
    }

    @Override
    public Optional<TEstimate> plainEstimate() {
        return WelchT.difference(meanOfBaseline, meanOfCandidate, betweenSessions);
    }

    @Override
    public Optional<Precision> precisionWithMore(Sides more) {
        return common.filter(variance -> more.baseline() == more.candidate())
                .map(variance -> PooledT.precisionWithMore(
                        more.candidate(), meanOfBaseline, meanOfCandidate, variance, betweenSessions))
                .or(() -> WelchT.precisionWithMore(
                        more.baseline(), more.candidate(), meanOfBaseline, meanOfCandidate, betweenSessions));
    }

    /** Ranks of sessions where a side has several: forks of one session are no replicates of the build. */
    @Override
    public Optional<RankTest> ranks(double threshold) {
        return meanOfBaseline.sessions() > 1 || meanOfCandidate.sessions() > 1
                ? MannWhitney.of(meansOf(sessionsOfBaseline), meansOf(sessionsOfCandidate), threshold)
                : MannWhitney.of(baseline, candidate, threshold);
    }

    @Override
    public Strength strength() {
        return new Strength(
                CohensD.of(baseline, candidate).stream()
                        .mapToDouble(CohensD::hedgesG)
                        .findFirst(),
                OptionalDouble.of(CliffsDelta.of(baseline, candidate)));
    }

    private static double[] meansOf(List<double[]> sessions) {
        return sessions.stream()
                .mapToDouble(session -> NestedMean.of(session).mean())
                .toArray();
    }
}
