package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.OneSidedBounds;
import dev.perfbudget.statistics.StudentTBounds;
import java.util.Arrays;
import java.util.Optional;

/** What a benchmark's forks say in its own unit: the geometric mean of their means, with a 95 % interval over forks. */
final class ScoreOfForks {

    private static final double ONE_SIDED = 0.975;

    private ScoreOfForks() {}

    /** Empty if no fork gives a mean. */
    static Optional<Score> of(BenchmarkRun benchmark) {
        return LimitJudge.figuresOf(benchmark).flatMap(figures -> of(benchmark, figures));
    }

    private static Optional<Score> of(BenchmarkRun benchmark, Figures figures) {
        var metric = ForkFigure.scored(benchmark.id().mode());
        var means = benchmark.forks().stream()
                .flatMap(fork -> figures.of(metric, SteadyIterations.of(fork)).stream())
                .mapToDouble(mean -> mean.in(figures.unit()))
                .filter(mean -> mean > 0)
                .toArray();
        return means.length == 0 ? Optional.empty() : Optional.of(score(means, figures.unit()));
    }

    private static Score score(double[] means, Unit unit) {
        var bounds = StudentTBounds.ofGeometricMean(means, ONE_SIDED);
        return new Score(
                new Quantity(bounds.map(OneSidedBounds::point).orElse(means[0]), unit),
                bounds.map(found -> new ConfidenceInterval(found.lower(), found.upper(), 2 * found.level() - 1)),
                Arrays.stream(means).boxed().toList());
    }
}
