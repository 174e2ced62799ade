package dev.perfbudget.report;

import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Quantity;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers of a judged limit as text, with as many digits as it takes to tell them apart.
 *
 * @param measured empty if nothing was
 * @param bound the side of the interval that decided; both where nothing was decided
 */
record LimitText(Optional<String> measured, String bound, String limit) {

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 9;
    private static final double MOST_IN_LIMIT_UNIT = 100_000;

    static LimitText of(LimitVerdict verdict) {
        var limit = verdict.limit();
        var digits = digits(verdict);
        return new LimitText(
                verdict.evidence().value().map(measured -> beside(limit.bound(), measured, digits)),
                bound(verdict, digits),
                limit.comparison().symbol() + " " + limit.bound().printAsIs(digits));
    }

    private static String bound(LimitVerdict verdict, int digits) {
        var evidence = verdict.evidence();
        return evidence.bounds()
                .map(bounds ->
                        sure(verdict, bounds, digits) + " (" + Texts.percent(bounds.level()) + whereof(evidence) + ")")
                .orElseGet(() -> withoutBounds(evidence));
    }

    /** In the limit's unit where that is easily read, so that the two compare at a glance. */
    private static String beside(Quantity limit, Quantity quantity, int digits) {
        var same = quantity.to(limit.unit());
        var isReadable = Math.abs(same.value()) >= 1 && Math.abs(same.value()) < MOST_IN_LIMIT_UNIT;
        return isReadable ? same.printAsIs(digits) : quantity.print(digits);
    }

    private static String sure(LimitVerdict verdict, Evidence.Bounds bounds, int digits) {
        var limit = verdict.limit().bound();
        var lower = beside(limit, bounds.lower(), digits);
        var upper = beside(limit, bounds.upper(), digits);
        if (verdict.state() == LimitVerdict.State.UNDECIDED) {
            return lower + " to " + upper;
        }
        var isHeld = verdict.state() == LimitVerdict.State.HELD;
        return verdict.limit().comparison().boundsFromAbove() == isHeld ? "< " + upper : "> " + lower;
    }

    private static String whereof(Evidence evidence) {
        return evidence instanceof Evidence.ThisJvmOnly ? ", this JVM only" : "";
    }

    private static String withoutBounds(Evidence evidence) {
        if (evidence instanceof Evidence.Exact) {
            return "exact";
        }
        return evidence instanceof Evidence.PointOnly ? "none" : "";
    }

    /** Three, or more if the measured value or the deciding bound would look like the limit without being it. */
    private static int digits(LimitVerdict verdict) {
        var limit = verdict.limit().bound();
        var different = Stream.of(verdict.evidence().value(), verdict.bound())
                .flatMap(Optional::stream)
                .filter(quantity -> quantity.in(limit.unit()) != limit.value())
                .toList();
        return IntStream.range(FEWEST_DIGITS, MOST_DIGITS)
                .filter(digits -> different.stream().noneMatch(quantity -> looksLike(quantity, limit, digits)))
                .findFirst()
                .orElse(MOST_DIGITS);
    }

    private static boolean looksLike(Quantity quantity, Quantity limit, int digits) {
        return beside(limit, quantity, digits).equals(limit.printAsIs(digits));
    }
}
