package dev.perfbudget.judge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a module's baseline when the runs of one build are accepted: a pure function of both.
 *
 * <p>The runs are one session of their environment class; other classes stay as they are. Within the class each sample
 * decides for itself whether its new session joins the older ones or replaces them: sessions that are kept are of one
 * level and of one workload, so that they teach how far sessions are apart and nothing else. They are replaced where the
 * comparison, by the same rules as ever, shows a difference.
 *
 * @param sessions to be written
 * @param words what changes, a line each
 */
public record Acceptance(AcceptedSessions sessions, List<String> words) {

    public Acceptance {
        words = List.copyOf(words);
    }

    /**
     * The runs of one build added to what is stored.
     *
     * @param runs such as {@link AcceptanceRules} lets pass
     */
    public static Acceptance of(AcceptedSessions stored, List<Run> runs) {
        var sessions = stored;
        var words = new ArrayList<String>();
        for (var ofClass : byEnvironment(runs).values()) {
            var accepted = NewSession.of(ofClass).acceptedInto(sessions);
            sessions = accepted.sessions();
            words.addAll(accepted.words());
        }
        return new Acceptance(sessions, words);
    }

    private static Map<Map<String, String>, List<Run>> byEnvironment(List<Run> runs) {
        return runs.stream().collect(groupingBy(run -> run.environment().defining(), LinkedHashMap::new, toList()));
    }
}
