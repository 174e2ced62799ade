package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.SessionSpread;
import dev.perfbudget.model.Sides;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind a comparison, in words: forks and sessions, how sure it is, what is odd about them. */
final class EvidenceWords {

    private EvidenceWords() {}

    /** {@code , 99 % sure}; nothing where there is no interval. */
    static String certainty(Comparison found) {
        return found.effect()
                .flatMap(EffectSize::interval)
                .map(interval -> ", " + Words.percent(interval.level()) + " sure")
                .orElse("");
    }

    /** {@code 5 against 5 forks}. */
    static String forks(Comparison found) {
        if (found.design() == Design.PAIRED) {
            return Words.count(found.forks().candidate(), "block");
        }
        var sessions = found.sessions().total() > 2 ? " in " + against(found.sessions()) + " sessions" : "";
        return against(found.forks()) + " forks" + sessions;
    }

    private static String against(Sides sides) {
        return sides.candidate() + " against " + sides.baseline();
    }

    /** {@code the low quantile}. */
    static String decidedBy(Comparison found) {
        if (found.decidedBy() == Location.EXACT) {
            return "the exact figures";
        }
        var isPaired = found.design() == Design.PAIRED;
        return found.decidedBy() == Location.MEAN
                ? isPaired ? "the ratio of means" : "the mean"
                : isPaired ? "the median ratio" : "the low quantile";
    }

    /** What is to be known of the forks; empty if there is nothing. */
    static Optional<String> labels(Comparison found, ChangeWords words) {
        var labels = new ArrayList<String>();
        labels.addAll(ofSides("not steady", found.unsteady(), found.forks()));
        new ModeWords(words).of(found).ifPresent(labels::add);
        sessions(found.sessionSpread()).ifPresent(labels::add);
        return labels.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", labels));
    }

    private static Optional<String> sessions(SessionSpread spread) {
        return switch (spread.origin()) {
            case ASSUMED -> Optional.of("sessions are assumed to differ by " + Words.percent(spread.sd()));
            case MOSTLY_ASSUMED ->
                Optional.of("so few sessions are reckoned to differ by " + Words.roughPercent(spread.sd()));
            case LEARNED, NONE -> Optional.empty();
        };
    }

    private static List<String> ofSides(String what, Sides counts, Sides all) {
        var words = new ArrayList<String>();
        if (counts.baseline() > 0) {
            words.add(counts.baseline() + " of " + Words.count(all.baseline(), "baseline fork") + " " + what);
        }
        if (counts.candidate() > 0) {
            words.add(counts.candidate() + " of " + Words.count(all.candidate(), "candidate fork") + " " + what);
        }
        return words;
    }
}
