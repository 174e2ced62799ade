package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.TwoModes;
import java.util.Optional;

/** The modes in which forks come, in words. */
record ModeWords(ChangeWords change) {

    private static final double SMALLEST_P = 0.0001;

    /** {@code forks come in 2 modes in the baseline, 1 mode in the candidate}; empty if neither side has two. */
    Optional<String> of(Comparison found) {
        var modes = found.modes();
        if (modes.baseline() < 2 && modes.candidate() < 2) {
            return Optional.empty();
        }
        return Optional.of("forks come in " + Words.count(modes.baseline(), "mode") + " in the baseline, "
                + Words.count(modes.candidate(), "mode") + " in the candidate"
                + found.twoModes()
                        .map(apart -> ": " + of(apart, found.forks(), found.alpha()))
                        .orElse(""));
    }

    /**
     * {@code 1 % faster to 2 % slower in the faster mode, 0.3 to 2.1 % slower in the slower one (99 % sure each), which 3 of
     * 10 baseline forks and 8 of 10 candidate forks are in, as chance may have it (p = 0.07)}.
     */
    private String of(TwoModes modes, Sides forks, double alpha) {
        var inHigher = modes.inHigher();
        return change.of(modes.lower()) + " in the " + change.lowerMode() + " mode, " + change.of(modes.higher())
                + " in the " + change.higherMode() + " one (" + sure(modes.lower()) + "), which "
                + inHigher.baseline() + " of " + Words.count(forks.baseline(), "baseline fork") + " and "
                + inHigher.candidate() + " of " + Words.count(forks.candidate(), "candidate fork") + " are in, "
                + (modes.pShares() < alpha ? "more than chance explains" : "as chance may have it")
                + " (" + p(modes.pShares()) + ")";
    }

    private static String sure(EffectSize effect) {
        return Words.percent(effect.interval().orElseThrow().level()) + " sure each";
    }

    private static String p(double p) {
        return p < SMALLEST_P ? "p < 0.0001" : "p = " + Words.roughNumber(p);
    }
}
