package dev.perfbudget.judge;

import dev.perfbudget.model.Difference;
import dev.perfbudget.model.InvalidReason;
import dev.perfbudget.model.Side;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a comparison makes no sense, in words. */
final class InvalidWords {

    /** True of a benchmark, and of a parameter's value or a mode that it had. */
    static final String GONE =
            "in the baseline and is not there any more (deleted, renamed, or other parameters or mode)";

    private InvalidWords() {}

    /** Of one that was measured beside another build: there is nothing to accept, but it can be left out for once. */
    static String goneBesideBuild(String benchmark) {
        return "[" + benchmark + "] is " + GONE + ". If that is meant, leave it out until the baseline does not have it"
                + " any more either: -Dperfbudget.excludes=" + benchmark;
    }

    static String of(InvalidReason reason) {
        if (reason instanceof InvalidReason.NotComparable incomparable) {
            return "not comparable: "
                    + incomparable.differences().stream()
                            .map(InvalidWords::difference)
                            .collect(Collectors.joining(", "));
        }
        if (reason instanceof InvalidReason.Unusable unusable) {
            return Words.count(unusable.values(), "value") + " of the " + side(unusable.side())
                    + " cannot be compared by ratio, such as [" + unusable.example() + "]";
        }
        if (reason instanceof InvalidReason.Empty empty) {
            return "the " + side(empty.side()) + " has no values";
        }
        if (reason instanceof InvalidReason.Unpaired unpaired) {
            return "blocks need as many forks on both sides, not ["
                    + unpaired.forks().baseline() + "] and [" + unpaired.forks().candidate()
                    + "]: if they did not take turns, leave --paired out";
        }
        if (reason instanceof InvalidReason.ControlMoved moved) {
            return "blocks cannot be trusted here: the calibration kernel beside itself came out at "
                    + ControlCheck.change(moved.control());
        }
        return reason instanceof InvalidReason.Missing ? GONE : "no fork finished";
    }

    private static String difference(Difference difference) {
        return WorkloadChange.words(difference)
                .orElseGet(() -> difference.fact() + " is [" + difference.baseline() + "] in the baseline and ["
                        + difference.candidate() + "] in the candidate");
    }

    private static String side(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
