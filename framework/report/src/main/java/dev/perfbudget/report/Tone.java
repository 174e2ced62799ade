package dev.perfbudget.report;

import dev.perfbudget.model.BenchmarkVerdict;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.Outcome;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SuiteComparison;
import dev.perfbudget.model.SuiteVerdict;
import java.util.Arrays;
import java.util.List;

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

    /** Green only where something was judged and nothing stayed open or was waived. */
    static Tone of(BenchmarkVerdict benchmark) {
        return of(benchmark.outcome(), benchmark.isOpen() || benchmark.isWaived(), benchmark.isJudged());
    }

    private static Tone of(Outcome outcome, boolean isOpen, boolean isJudged) {
        return switch (outcome) {
            case PASSED -> isOpen ? OPEN : isJudged ? GOOD : NEUTRAL;
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

    /** The same of all that were measured or compared. */
    static Tone of(SuiteVerdict suite) {
        var compared = suite.comparison().map(SuiteComparison::verdicts).orElse(List.of());
        return of(
                suite.outcome(),
                suite.counts().limitsUndecided() > 0
                        || compared.stream()
                                .anyMatch(sample ->
                                        sample.isOpen() || sample.waiver().isPresent()),
                suite.counts().limitsHeld() > 0
                        || suite.comparison()
                                .filter(comparison -> comparison.counts().judged() > 0)
                                .isPresent());
    }
}
