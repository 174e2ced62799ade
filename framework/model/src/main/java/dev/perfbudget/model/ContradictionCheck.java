package dev.perfbudget.model;

import java.util.List;

/** Limits of one benchmark that no measurement can keep together, or of which one can never matter. */
final class ContradictionCheck {

    private final Problems problems;

    ContradictionCheck(Problems problems) {
        this.problems = problems;
    }

    void check(List<Limit> limits) {
        for (var one : limits) {
            for (var other : limits) {
                checkEmpty(one, other);
                checkDominated(one, other);
            }
        }
    }

    /** At least 5 ms and at most 3 ms of the same, or of a larger and a smaller quantile. */
    private void checkEmpty(Limit least, Limit most) {
        if (least.comparison().boundsFromAbove() || !most.comparison().boundsFromAbove()) {
            return;
        }
        if (!isNeverAbove(least.metric(), most.metric()) || !isComparable(least, most)) {
            return;
        }
        var most1 = most.bound().in(least.bound().unit());
        var touches = least.comparison() == LimitOperator.AT_LEAST && most.comparison() == LimitOperator.AT_MOST;
        if (least.bound().value() > most1 || (least.bound().value() == most1 && !touches)) {
            problems.add(
                    least.source(),
                    "[" + least + "] contradicts [" + most + "]" + from(least, most) + ": no measurement keeps both.");
        }
    }

    /** p99 at most 10 ms and median at most 50 ms in one place: one of them is surely not what was meant. */
    private void checkDominated(Limit smaller, Limit larger) {
        if (smaller.metric().equals(larger.metric())
                || !smaller.comparison().boundsFromAbove()
                || !larger.comparison().boundsFromAbove()
                || !smaller.source().equals(larger.source())
                || !isNeverAbove(smaller.metric(), larger.metric())) {
            return;
        }
        if (smaller.bound().in(larger.bound().unit()) > larger.bound().value()) {
            problems.add(
                    smaller.source(),
                    "[" + smaller + "] contradicts [" + larger + "]: ["
                            + larger.metric().label() + "] is never below ["
                            + smaller.metric().label() + "].");
        }
    }

    private static String from(Limit one, Limit other) {
        return one.source().equals(other.source()) ? "" : " (" + other.source() + ")";
    }

    private static boolean isComparable(Limit one, Limit other) {
        return one.bound().unit().dimension() == other.bound().unit().dimension();
    }

    /** Whether a metric cannot be above another one: the same, or a smaller quantile of the same times. */
    private static boolean isNeverAbove(Metric one, Metric other) {
        if (one.equals(other)) {
            return true;
        }
        if (!(one instanceof StandardMetric smaller) || !(other instanceof StandardMetric larger)) {
            return false;
        }
        var p = smaller.probability();
        var q = larger.probability();
        return p.isPresent() && q.isPresent() && p.getAsDouble() < q.getAsDouble();
    }
}
