package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Grade;
import dev.perfbudget.model.LimitVerdict;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Severity;

/**
 * What became of a limit, in words.
 *
 * @param words {@code held}, {@code broken, serious}
 * @param tone how it is coloured
 * @param grade {@code A} to {@code F}, or empty
 */
public record StateText(String words, String tone, String grade) {

    static final StateText NO_LIMIT = new StateText("no limit", Tone.NEUTRAL.label(), "");
    static final StateText INFORMATION = new StateText("information", Tone.NEUTRAL.label(), "");
    static final StateText NOT_MEASURED = new StateText("not measured", Tone.BAD.label(), "");

    static StateText of(LimitVerdict limit) {
        return new StateText(
                words(limit),
                Tone.of(limit.state()).label(),
                limit.grade().map(Grade::name).orElse(""));
    }

    static StateText of(SampleVerdict sample) {
        return new StateText(Sentences.decision(sample), Tone.of(sample).label(), "");
    }

    /** The tone that has the name. */
    Tone shownTone() {
        return Tone.labelled(tone);
    }

    boolean isBad() {
        return tone.equals(Tone.BAD.label());
    }

    private static String words(LimitVerdict limit) {
        return switch (limit.state()) {
            case HELD -> "held";
            case BROKEN -> "broken" + limit.severity().map(StateText::suffix).orElse("");
            case UNDECIDED -> "undecided";
            case UNMEASURED -> "not measured";
        };
    }

    private static String suffix(Severity severity) {
        return switch (severity) {
            case BROKEN -> "";
            case SERIOUS -> ", serious";
            case CRITICAL -> ", critical";
        };
    }
}
