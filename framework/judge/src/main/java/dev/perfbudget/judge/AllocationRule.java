package dev.perfbudget.judge;

import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitOperator;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.SampleMedian;
import java.util.List;
import java.util.Optional;

/**
 * Judges allocation exactly, as long as the forks agree on it.
 *
 * <p>Forks agree if their largest figure is above the smallest by no more than a byte or half a per cent. Then their
 * median is the figure. A limit holds if the figure keeps it to within one byte, which is what counting may be off by;
 * it is broken if the figure less what may be the harness's does not keep it either; between the two it is undecided.
 * One fork alone may break a limit but never certifies it.
 */
final class AllocationRule {

    private static final double ONE_BYTE = 1;
    private static final double AGREEMENT = 0.005;

    /** What the rule says. */
    record Finding(State state, Evidence evidence) {}

    private AllocationRule() {}

    /** Empty if the forks do not agree: then allocation is like any noisy metric. */
    static Optional<Finding> judge(Limit limit, List<AllocationPerOperation> forks) {
        var figures = forks.stream()
                .mapToDouble(fork -> fork.perOperation().in(Unit.BYTES))
                .sorted()
                .toArray();
        var median = SampleMedian.of(figures);
        if (figures[figures.length - 1] - figures[0] > Math.max(ONE_BYTE, AGREEMENT * median)) {
            return Optional.empty();
        }
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
