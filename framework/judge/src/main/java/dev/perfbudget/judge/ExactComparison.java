package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.ExactDifference;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SessionSpread;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Significance;
import dev.perfbudget.model.Strength;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Compares figures that are exact by nature, such as allocated bytes per operation, by their difference.
 *
 * <p>Each fork gives one figure, each side the median of them. The sides are the same if these differ by no more than
 * {@link ExactFigures#toleranceOf}. One fork on a side says nothing of whether forks agree: that is inconclusive. So is a
 * difference where forks of a side do not agree and some have zero, of which no ratio can be taken.
 */
final class ExactComparison implements SampleComparison {

    private final ExactFigures baseline;
    private final ExactFigures candidate;
    private final Unit unit;
    private final Sides sessions;
    private final ComparisonRules rules;
    private final double allowed;

    ExactComparison(ExactFigures baseline, ExactFigures candidate, Unit unit, Sides sessions, ComparisonRules rules) {
        this(baseline, candidate, unit, sessions, rules, 0);
    }

    /** @param allowed more than the baseline, as a share of it, that is not regressed */
    private ExactComparison(
            ExactFigures baseline,
            ExactFigures candidate,
            Unit unit,
            Sides sessions,
            ComparisonRules rules,
            double allowed) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.unit = unit;
        this.sessions = sessions;
        this.rules = rules;
        this.allowed = allowed;
    }

    @Override
    public SampleComparison allowing(double slowdown) {
        return new ExactComparison(baseline, candidate, unit, sessions, rules.withSlowdown(slowdown), slowdown);
    }

    @Override
    public Verdict verdict(double alpha) {
        var difference = candidate.median() - baseline.median();
        var tolerance = baseline.toleranceOf(candidate) + allowed * baseline.median();
        var comparison = comparison(alpha, tolerance);
        if (!baseline.isReplicated() || !candidate.isReplicated() || !baseline.agree() || !candidate.agree()) {
            return new Verdict.Inconclusive(comparison);
        }
        if (Math.abs(difference) <= tolerance) {
            return new Verdict.Unchanged(comparison);
        }
        return difference > 0 ? new Verdict.Regressed(comparison) : new Verdict.Improved(comparison);
    }

    private Comparison comparison(double alpha, double tolerance) {
        return new Comparison(
                Location.EXACT,
                rules.design(),
                ratio(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ExactDifference(
                        new Quantity(baseline.median(), unit),
                        new Quantity(candidate.median(), unit),
                        new Quantity(tolerance, unit))),
                rules.slowdown(),
                alpha,
                new Sides(baseline.count(), candidate.count()),
                sessions,
                new SessionSpread(0, SessionSpread.Origin.NONE),
                new Sides(0, 0),
                new Sides(baseline.distinct(), candidate.distinct()),
                Optional.empty(),
                new Significance(OptionalDouble.empty(), OptionalDouble.empty()),
                new Strength(OptionalDouble.empty(), OptionalDouble.empty()),
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private Optional<EffectSize> ratio() {
        return baseline.median() > 0 && candidate.median() > 0
                ? Optional.of(new EffectSize(candidate.median() / baseline.median(), Optional.empty()))
                : Optional.empty();
    }
}
