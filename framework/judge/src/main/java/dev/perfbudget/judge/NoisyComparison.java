package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.NoiseShares;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Significance;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.statistics.AlphaSpending;
import dev.perfbudget.statistics.DetectableEffect;
import dev.perfbudget.statistics.ForksNeeded;
import dev.perfbudget.statistics.Futility;
import dev.perfbudget.statistics.RankTest;
import dev.perfbudget.statistics.TEstimate;
import dev.perfbudget.statistics.VarianceComponents;
import dev.perfbudget.statistics.VarianceEstimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Compares two sides whose forks vary: by the interval of the ratio at two locations of the forks. */
final class NoisyComparison implements SampleComparison {

    private static final double POWER = 0.8;
    private static final int MOST_FORKS = 500;

    private final SidesOfSample sides;
    private final Sides unsteady;
    private final ComparisonRules rules;
    private final double threshold;
    private final MetricKnowledge knowledge;
    private final Contrast quantile;
    private final Contrast mean;

    NoisyComparison(SidesOfSample sides, Sides unsteady, ComparisonRules rules, MetricKnowledge knowledge) {
        this.sides = sides;
        this.unsteady = unsteady;
        this.rules = rules;
        this.threshold = Math.log1p(rules.slowdown());
        this.knowledge = knowledge;
        this.quantile = sides.contrast(Location.QUANTILE, knowledge.at(Location.QUANTILE));
        this.mean = sides.contrast(Location.MEAN, knowledge.at(Location.MEAN));
    }

    @Override
    public OptionalDouble pRegressed() {
        return DoubleStream.of(p(quantile).orElse(1), p(mean).orElse(1))
                .map(p -> Math.min(1, 2 * p))
                .min();
    }

    @Override
    public int forks() {
        return sides.forks().candidate();
    }

    @Override
    public SampleComparison allowing(double slowdown) {
        return new NoisyComparison(sides, unsteady, rules.withSlowdown(slowdown), knowledge);
    }

    /** Of the location that keeps it open, whose chances are the best. */
    @Override
    public boolean isFutile(AlphaSpending spending) {
        return Stream.of(quantile, mean)
                .flatMap(contrast -> contrast.estimate().stream())
                .allMatch(estimate -> Futility.isReached(estimate, threshold, forks(), spending));
    }

    @Override
    public Optional<MeanRatio> meanRatio() {
        var counts = sides.sessions();
        return Optional.of(new MeanRatio(
                sides.contrast(Location.MEAN, knowledge.at(Location.MEAN).inOneSession()),
                knowledge
                        .at(Location.MEAN)
                        .sessions()
                        .variance()
                        .scaled(1.0 / counts.baseline() + 1.0 / counts.candidate())));
    }

    @Override
    public Verdict verdict(double alpha) {
        var correlation = sides.correlation();
        var atQuantile = LocationBounds.of(Location.QUANTILE, quantile, correlation, alpha);
        var atMean = LocationBounds.of(Location.MEAN, mean, correlation, alpha);
        var decision = Decision.of(atQuantile, atMean, threshold);
        var comparison = comparison(atQuantile, atMean, decision, alpha);
        return switch (decision.kind()) {
            case REGRESSED -> new Verdict.Regressed(comparison);
            case UNCHANGED -> new Verdict.Unchanged(comparison);
            case IMPROVED -> new Verdict.Improved(comparison);
            case INCONCLUSIVE, INVALID, NO_BASELINE -> new Verdict.Inconclusive(comparison);
        };
    }

    private Comparison comparison(LocationBounds atQuantile, LocationBounds atMean, Decision decision, double alpha) {
        var decisive = decision.decisive();
        var isOpen = decision.kind() == Verdict.Kind.INCONCLUSIVE;
        return new Comparison(
                decisive.location(),
                rules.design(),
                Optional.of(decisive.effect()),
                Optional.of(atQuantile.effect()),
                Optional.of(atMean.effect()),
                Optional.empty(),
                rules.slowdown(),
                alpha,
                sides.forks(),
                sides.sessions(),
                knowledge.at(decisive.location()).sessions().spread(),
                unsteady,
                sides.modes(),
                sides.twoModes(alpha),
                significance(decisive.contrast()),
                decisive.contrast().strength(),
                detectable(decisive),
                noise(),
                isOpen ? moreForks(decisive) : OptionalInt.empty());
    }

    private OptionalDouble p(Contrast contrast) {
        return contrast
                .estimate()
                .filter(found -> found.standardError() > 0)
                .map(found -> found.pAtMost(threshold))
                .or(() -> contrast.ranks(threshold).map(RankTest::pAtMost))
                .stream()
                .mapToDouble(p -> p)
                .findFirst();
    }

    private Significance significance(Contrast contrast) {
        return new Significance(
                contrast.plainEstimate().filter(found -> found.standardError() > 0).stream()
                        .mapToDouble(found -> found.pAtMost(threshold))
                        .findFirst(),
                contrast.ranks(threshold).stream()
                        .mapToDouble(RankTest::pAtMost)
                        .findFirst());
    }

    /** The slowdown that would be found in four of five cases. */
    private OptionalDouble detectable(LocationBounds decisive) {
        return decisive.estimate().map(TEstimate::precision).stream()
                .mapToDouble(precision ->
                        Math.expm1(threshold + DetectableEffect.of(precision, decisive.alphaOfLower(), POWER)))
                .filter(Double::isFinite)
                .findFirst();
    }

    /** As many as would tell the ratio, were it the true one, from the threshold. */
    private OptionalInt moreForks(LocationBounds decisive) {
        var effect = Math.abs(decisive.contrast().point() - threshold);
        if (decisive.estimate().isEmpty() || effect == 0) {
            return OptionalInt.empty();
        }
        var alpha = decisive.contrast().point() > threshold ? decisive.alphaOfLower() : decisive.alpha();
        var isStored = rules.design() == Design.STORED;
        return ForksNeeded.toFind(effect, alpha, POWER, MOST_FORKS, more -> decisive.contrast()
                .precisionWithMore(new Sides(isStored ? 0 : more, more))
                .orElseThrow());
    }

    private Optional<NoiseShares> noise() {
        var components = VarianceComponents.ofSides(List.of(
                sides.baseline().logs().sessions(), sides.candidate().logs().sessions()));
        return components.withinForks().flatMap(within -> components
                .betweenForks()
                .flatMap(between -> shares(
                        within.variance(),
                        between.variance(),
                        components.betweenSessions().map(VarianceEstimate::variance))));
    }

    private static Optional<NoiseShares> shares(double within, double between, Optional<Double> session) {
        var all = within + between + session.orElse(0.0);
        return all > 0
                ? Optional.of(new NoiseShares(
                        within / all,
                        between / all,
                        session.stream().mapToDouble(found -> found / all).findFirst()))
                : Optional.empty();
    }
}
