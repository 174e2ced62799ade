package dev.perfbudget.judge;

import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.Optional;

/**
 * Judges allocation exactly, as long as the forks agree on it.
 *
 * <p>Whether {@link ExactFigures} agree: then their median is the figure. A limit holds if the figure keeps it to within one byte, which is what counting may be off by;
 * it is broken if the figure less what may be the harness's does not keep it either; between the two it is undecided.
 * One fork alone may break a limit but never certifies it.
 */
final class AllocationRule {

    private static final double ONE_BYTE = ExactFigures.ONE;

    /** What the rule says. */
    record Finding(State state, Evidence evidence) {}

    private AllocationRule() {}

    /** Empty if the forks do not agree: then allocation is like any noisy metric. */
    static Optional<Finding> judge(Limit limit, List<AllocationPerOperation> forks) {
        var figures = forks.stream()
                .mapToDouble(fork -> fork.perOperation().in(Unit.BYTES))
                .toArray();
        var exact = ExactFigures.of(figures);
        if (!exact.agree()) {
            return Optional.empty();
        }
        var median = exact.median();
        var harness = forks.stream()
                .mapToDouble(AllocationPerOperation::harness)
                .max()
                .orElse(0);
        var evidence = new Evidence.Exact(
                new Quantity(median, Unit.BYTES).to(limit.bound().unit()), figures.length);
        return Optional.of(new Finding(state(limit, median, harness, figures.length), evidence));
    }

    private static State state(Limit limit, double median, double harness, int forks) {
        var mostOwn = keeps(limit, median);
        var leastOwn = keeps(limit, median - harness);
        if (!mostOwn && !leastOwn) {
            return State.BROKEN;
        }
        return mostOwn && leastOwn && forks > 1 ? State.HELD : State.UNDECIDED;
    }

    private static boolean keeps(Limit limit, double bytes) {
        var bound = limit.bound().in(Unit.BYTES);
        var tolerance = isStrict(limit.comparison()) ? 0 : ONE_BYTE;
        return limit.comparison().boundsFromAbove()
                ? limit.comparison().holds(bytes - tolerance, bound)
                : limit.comparison().holds(bytes + tolerance, bound);
    }

    private static boolean isStrict(LimitOperator comparison) {
        return comparison == LimitOperator.BELOW || comparison == LimitOperator.ABOVE;
    }
}
