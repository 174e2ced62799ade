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

    static LimitText of(LimitVerdict verdict) {
        var limit = verdict.limit();
        var digits = digits(verdict);
        return new LimitText(
                verdict.evidence().value().map(measured -> measured.print(digits)),
                bound(verdict, digits),
                limit.comparison().symbol() + " " + limit.bound().print(digits));
    }

    private static String bound(LimitVerdict verdict, int digits) {
        var evidence = verdict.evidence();
        return evidence.bounds()
                .map(bounds ->
                        sure(verdict, bounds, digits) + " (" + Texts.percent(bounds.level()) + whereof(evidence) + ")")
                .orElseGet(() -> withoutBounds(evidence));
    }

    private static String sure(LimitVerdict verdict, Evidence.Bounds bounds, int digits) {
        if (verdict.state() == LimitVerdict.State.UNDECIDED) {
            return bounds.lower().print(digits) + " to " + bounds.upper().print(digits);
        }
        var isHeld = verdict.state() == LimitVerdict.State.HELD;
        return verdict.limit().comparison().boundsFromAbove() == isHeld
                ? "< " + bounds.upper().print(digits)
                : "> " + bounds.lower().print(digits);
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
        return quantity.print(digits).equals(limit.print(digits));
    }
}
