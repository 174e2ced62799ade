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
 * @param order by which states are sorted, the worst first: a plain number
 */
public record StateText(String words, String tone, String grade, String order) {

    static final StateText NO_LIMIT = of("no limit", Tone.NEUTRAL, Rank.NOT_JUDGED);
    static final StateText INFORMATION = of("information", Tone.NEUTRAL, Rank.NOT_JUDGED);
    static final StateText NOT_MEASURED = of("not measured", Tone.BAD, Rank.NOT_MEASURED);

    /** Of what has no grade. */
    static StateText of(String words, Tone tone, Rank rank) {
        return new StateText(words, tone.label(), "", rank.order());
    }

    static StateText of(LimitVerdict limit) {
        return new StateText(
                words(limit),
                Tone.of(limit.state()).label(),
                limit.grade().map(Grade::name).orElse(""),
                Rank.of(limit).order());
    }

    static StateText of(SampleVerdict sample) {
        return of(Sentences.decision(sample), Tone.of(sample), Rank.of(sample));
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
