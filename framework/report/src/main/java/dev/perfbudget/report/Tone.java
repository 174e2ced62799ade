package dev.perfbudget.report;

import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SuiteVerdict;

/** How a text is coloured, by the name that style sheets know. Colour is never the only bearer of a meaning. */
enum Tone {
    GOOD("good"),
    BAD("bad"),
    OPEN("open"),
    NEUTRAL("neutral");

    private final String label;

    Tone(String label) {
        this.label = label;
    }

    String label() {
        return label;
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
