package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.SessionSpread;
import dev.perfbudget.model.SuiteComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people should know of a whole comparison. */
final class SuiteNotes {

    private SuiteNotes() {}

    static List<String> of(Comparability comparability, SuiteComparison comparison) {
        var notes = new ArrayList<String>();
        sessions(comparison).ifPresent(notes::add);
        if (!comparability.unknown().isEmpty()) {
            notes.add("Nothing is known of the environment of " + comparability.unknown()
                    + ": it was taken to be that of the other side.");
        }
        return notes;
    }

    private static Optional<String> sessions(SuiteComparison comparison) {
        return comparison.verdicts().stream()
                .flatMap(verdict -> verdict.verdict().compared().stream())
                .map(Comparison::sessionSpread)
                .filter(SessionSpread::isGuess)
                .findFirst()
                .map(spread -> knownOf(spread, comparison.rules().sessionSd())
                        + ", and the intervals are as much wider. Forks that took turns with the baseline's need no such"
                        + " guess: perfbudget compare --paired.");
    }

    private static String knownOf(SessionSpread spread, double assumed) {
        return spread.origin() == SessionSpread.Origin.ASSUMED
                ? "One session a side does not tell how far sessions are apart: a standard deviation of "
                        + Words.percent(spread.sd()) + " is assumed"
                : "So few sessions tell little of how far they are apart: with " + Words.percent(assumed)
                        + " assumed in advance, a standard deviation of " + Words.roughPercent(spread.sd())
                        + " is reckoned with";
    }
}
