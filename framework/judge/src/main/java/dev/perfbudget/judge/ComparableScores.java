package dev.perfbudget.judge;

import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores in what samples are compared in, so that less is better: times and rates as nanoseconds an operation, memory in
 * bytes.
 */
public final class ComparableScores {

    private ComparableScores() {}

    /** Of those of which that can be said: not of shares and counts, nor without finite values, nor of a rate of nothing. */
    public static Map<SampleKey, Score> of(List<Sample> samples) {
        var scores = new LinkedHashMap<SampleKey, Score>();
        for (var sample : samples) {
            unit(sample.unit().dimension())
                    .flatMap(unit -> SampleScore.of(SideSample.of(sample))
                            .filter(score -> hasTime(score.point().value(), sample.unit()))
                            .map(score -> in(unit, score)))
                    .ifPresent(score -> scores.put(sample.key(), score));
        }
        return scores;
    }

    /** A rate of nothing has no time per operation. */
    private static boolean hasTime(double value, Unit recorded) {
        return recorded.dimension() != Dimension.RATE || value > 0;
    }

    private static Optional<Unit> unit(Dimension dimension) {
        return switch (dimension) {
            case TIME, RATE -> Optional.of(Unit.NANOSECONDS);
            case MEMORY -> Optional.of(Unit.BYTES);
            case SHARE, COUNT -> Optional.empty();
        };
    }

    /** The geometric mean of inverted values is the inverted geometric mean, so a rate's score may be inverted itself. */
    private static Score in(Unit unit, Score score) {
        var recorded = score.point().unit();
        return new Score(
                new Quantity(CommonUnit.of(score.point().value(), recorded), unit),
                score.interval()
                        .filter(interval -> hasTime(interval.lower(), recorded))
                        .map(interval -> in(recorded, interval)),
                score.values().stream()
                        .map(value -> CommonUnit.of(value, recorded))
                        .toList());
    }

    private static ConfidenceInterval in(Unit recorded, ConfidenceInterval interval) {
        var one = CommonUnit.of(interval.lower(), recorded);
        var other = CommonUnit.of(interval.upper(), recorded);
        return new ConfidenceInterval(Math.min(one, other), Math.max(one, other), interval.level());
    }
}
