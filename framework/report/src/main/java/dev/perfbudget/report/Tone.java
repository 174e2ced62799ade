package dev.perfbudget.report;

import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteVerdict;
import java.util.Arrays;

/** How a text is coloured, by the name that style sheets know. Colour is never the only bearer of a meaning. */
enum Tone {
    GOOD("good", "\u001b[32m"),
    BAD("bad", "\u001b[31m"),
    OPEN("open", "\u001b[33m"),
    NEUTRAL("neutral", "");

    private final String label;
    private final String ansi;

    Tone(String label, String ansi) {
        this.label = label;
        this.ansi = ansi;
    }

    /** What makes a terminal change its colour to it; empty if it has none. */
    String ansi() {
        return ansi;
    }

    String label() {
        return label;
    }

    static Tone labelled(String label) {
        return Arrays.stream(values())
                .filter(tone -> tone.label.equals(label))
                .findFirst()
                .orElseThrow();
    }

    static Tone of(LimitVerdict.State state) {
        return switch (state) {
            case HELD -> GOOD;
            case BROKEN, UNMEASURED -> BAD;
            case UNDECIDED -> OPEN;
        };
    }

    static Tone of(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> GOOD;
            case FAILED -> BAD;
            case INCONCLUSIVE, INVALID -> OPEN;
        };
    }

    static Tone of(SampleVerdict sample) {
        if (sample.outcome() == Outcome.FAILED) {
            return BAD;
        }
        return switch (sample.verdict().kind()) {
            case REGRESSED, INCONCLUSIVE, INVALID -> OPEN;
            case IMPROVED -> GOOD;
            case UNCHANGED, NO_BASELINE -> NEUTRAL;
        };
    }

    /** Green only where something was judged and nothing stayed open. */
    static Tone of(SuiteVerdict suite) {
        if (suite.outcome() != Outcome.PASSED) {
            return of(suite.outcome());
        }
        if (suite.counts().limitsUndecided() > 0) {
            return OPEN;
        }
        return suite.counts().limitsHeld() > 0 ? GOOD : NEUTRAL;
    }
}
