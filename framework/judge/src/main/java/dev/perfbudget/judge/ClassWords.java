package dev.perfbudget.judge;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.Difference;
import java.util.stream.Collectors;

/** What a session's environment class is beside those that are stored, in words. */
final class ClassWords {

    private ClassWords() {}

    static String of(AcceptedSessions stored, AcceptedSession session) {
        if (stored.isEmpty()) {
            return "Environment class: the first one.";
        }
        var known = stored.of(session.environment());
        if (known.stream().anyMatch(other -> other.start().equals(session.start()))) {
            return "Environment class: known. This session was accepted before and is stored anew.";
        }
        if (!known.isEmpty()) {
            return "Environment class: known, with " + Words.count(known.size(), "session") + ".";
        }
        return "Environment class: new, beside " + others(stored.byClass().size()) + ", which "
                + (stored.byClass().size() == 1 ? "stays" : "stay") + ". It differs from the nearest in "
                + nearest(stored, session) + ".";
    }

    private static String others(int number) {
        return number == 1 ? "1 other" : number + " others";
    }

    private static String nearest(AcceptedSessions stored, AcceptedSession session) {
        var wanted = session.environment();
        var nearest = EnvironmentClasses.nearest(stored.byClass().keySet(), wanted);
        var differences = EnvironmentClasses.differences(nearest, wanted);
        return differences.isEmpty()
                ? "facts that are unknown in one of them"
                : differences.stream().map(ClassWords::difference).collect(Collectors.joining(", "));
    }

    private static String difference(Difference difference) {
        return difference.fact() + " (" + difference.baseline() + " there, " + difference.candidate() + " here)";
    }
}
