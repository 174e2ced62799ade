package dev.perfbudget.judge;

import dev.perfbudget.model.Evidence;
import dev.perfbudget.model.Limit;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.LimitVerdict.State;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** The sentence about one limit. */
final class LimitWords {

    private static final int FEWEST_DIGITS = 3;
    private static final int FEWEST_EXACT_DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    private final LimitVerdict verdict;
    private final Limit limit;
    private final int digits;

    LimitWords(LimitVerdict verdict) {
        this.verdict = verdict;
        this.limit = verdict.limit();
        this.digits = fewestThatTellApart();
    }

    String sentence() {
        return limit.metric().label() + " " + measured() + ", limit " + bound() + " (" + limit.source() + "): "
                + state();
    }

    private String measured() {
        var value = verdict.evidence().value().map(measured -> "is " + measured.print(digits));
        return value.orElse("was not measured") + " (" + certainty() + ")";
    }

    private String certainty() {
        var evidence = verdict.evidence();
        if (evidence instanceof Evidence.OverForks forks) {
            return sure(forks.over().level()) + ", " + Words.count(forks.forks(), "fork");
        }
        if (evidence instanceof Evidence.ThisJvmOnly jvm) {
            return sure(jvm.over().level()) + ", this JVM only";
        }
        if (evidence instanceof Evidence.Exact exact) {
            return exact.forks() == 1 ? "this JVM only" : "the same in " + exact.forks() + " forks";
        }
        if (evidence instanceof Evidence.PointOnly point) {
            return Words.count(point.forks(), "fork") + ", too little for a bound";
        }
        return ((Evidence.Nothing) evidence).reason();
    }

    /** {@code 99 % sure it is above 55.1 ms}; of an undecided limit the bound that is missing: {@code … only that …}. */
    private String sure(double level) {
        var isUpper = limit.comparison().boundsFromAbove() == isBoundTowardsLimit();
        var only = verdict.state() == State.UNDECIDED ? "only that " : "";
        var bound = verdict.bound().map(quantity -> quantity.print(digits)).orElse("");
        return Words.percent(level) + " sure " + only + "it is " + (isUpper ? "below " : "above ") + bound;
    }

    private boolean isBoundTowardsLimit() {
        return switch (verdict.state()) {
            case HELD -> true;
            case BROKEN, UNMEASURED -> false;
            case UNDECIDED -> verdict.evidence().value().map(limit::isKeptBy).orElse(false);
        };
    }

    private String bound() {
        var words =
                switch (limit.comparison()) {
                    case AT_MOST -> "";
                    case BELOW -> "below ";
                    case AT_LEAST -> "at least ";
                    case ABOVE -> "above ";
                };
        return words + limit.bound().print(MOST_DIGITS);
    }

    private String state() {
        return switch (verdict.state()) {
            case HELD -> "held" + grade();
            case BROKEN -> verdict.severity().map(LimitWords::broken).orElse("broken") + grade();
            case UNDECIDED -> "undecided" + grade();
            case UNMEASURED -> "not judged, which counts as a failure";
        };
    }

    private static String broken(Severity severity) {
        return switch (severity) {
            case BROKEN -> "broken";
            case SERIOUS -> "seriously broken";
            case CRITICAL -> "critically broken";
        };
    }

    private String grade() {
        return verdict.grade().map(grade -> ", grade " + grade).orElse("");
    }

    /** So many digits that the measured value and its bound do not look like the limit if they are not it. */
    private int fewestThatTellApart() {
        var digits = verdict.evidence() instanceof Evidence.Exact ? FEWEST_EXACT_DIGITS : FEWEST_DIGITS;
        while (digits < MOST_DIGITS
                && (looksLikeLimit(verdict.evidence().value(), digits) || looksLikeLimit(verdict.bound(), digits))) {
            digits++;
        }
        return digits;
    }

    private boolean looksLikeLimit(Optional<Quantity> quantity, int digits) {
        return quantity.map(found -> found.in(limit.bound().unit()))
                .filter(found -> found != limit.bound().value())
                .filter(found ->
                        rounded(found, digits).compareTo(rounded(limit.bound().value(), digits)) == 0)
                .isPresent();
    }

    private static BigDecimal rounded(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits));
    }
}
