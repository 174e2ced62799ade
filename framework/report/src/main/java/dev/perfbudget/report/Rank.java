package dev.perfbudget.report;

import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import java.util.List;

/** What can become of a limit or a metric, the worst first: by this, states are sorted. */
enum Rank {
    NOT_MEASURED,
    CRITICAL,
    SERIOUS,
    BROKEN,
    FAILED,
    WAIVED,
    INVALID,
    INCONCLUSIVE,
    UNDECIDED,
    IMPROVED,
    HELD,
    UNCHANGED,
    NOT_JUDGED;

    static Rank of(LimitVerdict limit) {
        return switch (limit.state()) {
            case UNMEASURED -> NOT_MEASURED;
            case BROKEN -> ofBroken(limit);
            case UNDECIDED -> UNDECIDED;
            case HELD -> HELD;
        };
    }

    static Rank of(SampleVerdict sample) {
        if (sample.outcome() == Outcome.FAILED) {
            return FAILED;
        }
        return switch (sample.verdict().kind()) {
            case REGRESSED -> WAIVED;
            case INVALID -> INVALID;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case IMPROVED -> IMPROVED;
            case UNCHANGED -> UNCHANGED;
            case NO_BASELINE -> NOT_JUDGED;
        };
    }

    /** {@code 4}: a number for scripts. */
    String order() {
        return Integer.toString(List.of(values()).indexOf(this));
    }

    private static Rank ofBroken(LimitVerdict limit) {
        return limit.severity()
                .map(severity -> switch (severity) {
                    case CRITICAL -> CRITICAL;
                    case SERIOUS -> SERIOUS;
                    case BROKEN -> BROKEN;
                })
                .orElse(BROKEN);
    }
}
