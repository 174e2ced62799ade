package dev.perfbudget.judge;

import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Score;

/** A score in words. */
final class ScoreWords {

    private static final int DIGITS = 3;

    private ScoreWords() {}

    /** {@code 61.3 us (95 % sure between 60.1 us and 62.5 us, 5 forks)}. */
    static String of(Score score) {
        var unit = score.point().unit();
        var interval = score.interval()
                .map(found -> Words.percent(found.level()) + " sure between "
                        + new Quantity(found.lower(), unit).print(DIGITS) + " and "
                        + new Quantity(found.upper(), unit).print(DIGITS) + ", ")
                .orElse("");
        return score.point().print(DIGITS) + " (" + interval + Words.count(score.forks(), "fork") + ")";
    }
}
