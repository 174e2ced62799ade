package dev.perfbudget.judge;

import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Side;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.OneSidedBounds;
import dev.perfbudget.statistics.StudentTBounds;
import java.util.Arrays;
import java.util.Optional;

/**
 * The score of a sample in the unit that it was recorded in: what its forks' means say; of exact figures the median, by
 * which they are compared.
 */
final class SampleScore {

    private static final double ONE_SIDED = 0.975;

    private SampleScore() {}

    /** Empty if a fork gives no finite mean. */
    static Optional<Score> of(SideSample side) {
        return exact(side.sample()).or(() -> of(side.sample()));
    }

    /** Empty if the figures are not exact by nature, or if forks do not agree and so are compared like noise. */
    private static Optional<Score> exact(Sample sample) {
        var values = SampleValues.of(sample);
        if (!ExactFigures.isExact(sample) || values.whyNoNumbers(Side.CANDIDATE).isPresent()) {
            return Optional.empty();
        }
        var figures = ExactFigures.of(sample);
        var unit = ExactFigures.unit(sample);
        var median = new Quantity(figures.median(), unit).to(sample.unit());
        return figures.agree() || figures.smallest() <= 0
                ? Optional.of(new Score(
                        median,
                        Optional.empty(),
                        figures.values()
                                .map(value -> unit.convert(value, sample.unit()))
                                .boxed()
                                .toList()))
                : Optional.empty();
    }

    private static Optional<Score> of(Sample sample) {
        var means = sample.sessions().stream()
                .flatMap(session -> session.forks().stream())
                .mapToDouble(SampleScore::mean)
                .toArray();
        return means.length == 0 || !Arrays.stream(means).allMatch(Double::isFinite)
                ? Optional.empty()
                : Optional.of(score(means, sample.unit()));
    }

    private static double mean(ForkSample fork) {
        return fork.values().stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    /** The geometric mean, unless there is a zero, which counts have. */
    private static Score score(double[] means, Unit unit) {
        var bounds = Arrays.stream(means).allMatch(mean -> mean > 0)
                ? StudentTBounds.ofGeometricMean(means, ONE_SIDED)
                : StudentTBounds.ofMean(means, ONE_SIDED);
        return new Score(
                new Quantity(bounds.map(OneSidedBounds::point).orElse(means[0]), unit),
                bounds.map(found -> new ConfidenceInterval(found.lower(), found.upper(), 2 * found.level() - 1)),
                Arrays.stream(means).boxed().toList());
    }
}
