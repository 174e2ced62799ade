package dev.perfbudget.judge;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.Difference;
import java.util.Comparator;
import java.util.List;
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
        return stored.byClass().values().stream()
                .map(ofClass -> differences(ofClass.get(0), session))
                .min(Comparator.comparingInt(List::size))
                .filter(differences -> !differences.isEmpty())
                .map(differences ->
                        differences.stream().map(ClassWords::difference).collect(Collectors.joining(", ")))
                .orElse("facts that are unknown in one of them");
    }

    private static List<Difference> differences(AcceptedSession other, AcceptedSession session) {
        return new Comparability(List.of(other.measurements("")), List.of(session.measurements(""))).ofEnvironments();
    }

    private static String difference(Difference difference) {
        return difference.fact() + " (" + difference.baseline() + " there, " + difference.candidate() + " here)";
    }
}
