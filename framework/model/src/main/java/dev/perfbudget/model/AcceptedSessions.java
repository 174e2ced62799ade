package dev.perfbudget.model;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accepted sessions of a module, those of one environment class together and in the order of time: the content of
 * {@code baseline.json}. Of every sample the last ten in its environment class are kept.
 */
public record AcceptedSessions(List<AcceptedSession> sessions) {

    /** Nothing was accepted yet. */
    public static final AcceptedSessions NONE = new AcceptedSessions(List.of());

    /** How many sessions of a sample are kept: enough to learn how far sessions are apart. */
    public static final int MOST_OF_A_SAMPLE = 10;

    public AcceptedSessions {
        sessions = byClass(sessions).values().stream()
                .flatMap(ofClass -> lastOfEverySample(ofClass).stream())
                .toList();
    }

    /** Whether nothing was accepted. */
    public boolean isEmpty() {
        return sessions.isEmpty();
    }

    /** By environment class, in the order in which the classes came. */
    public Map<Map<String, String>, List<AcceptedSession>> byClass() {
        return byClass(sessions);
    }

    /** The sessions of one environment class; none if it has none. */
    public List<AcceptedSession> of(Map<String, String> environment) {
        return sessions.stream()
                .filter(session -> session.environment().equals(environment))
                .toList();
    }

    /** The same with other sessions in one environment class. */
    public AcceptedSessions with(Map<String, String> environment, List<AcceptedSession> others) {
        var classes = byClass();
        classes.put(environment, others);
        return new AcceptedSessions(
                classes.values().stream().flatMap(List::stream).toList());
    }

    /**
     * As one side of a comparison, one for each session.
     *
     * @param source where they were read from, for messages
     */
    public List<Measurements> measurements(String source) {
        return sessions.stream().map(session -> session.measurements(source)).toList();
    }

    private static Map<Map<String, String>, List<AcceptedSession>> byClass(List<AcceptedSession> sessions) {
        return sessions.stream().collect(groupingBy(AcceptedSession::environment, LinkedHashMap::new, toList()));
    }

    /** Without samples of which there are enough younger ones, and without sessions that have no sample left. */
    private static List<AcceptedSession> lastOfEverySample(List<AcceptedSession> ofClass) {
        var kept = new HashMap<SampleKey, Integer>();
        return ofClass.stream()
                .sorted(Comparator.comparing(AcceptedSession::start).reversed())
                .map(session -> session.withSamples(session.samples().stream()
                        .filter(sample -> kept.merge(sample.key(), 1, Integer::sum) <= MOST_OF_A_SAMPLE)
                        .toList()))
                .filter(session -> !session.samples().isEmpty())
                .sorted(Comparator.comparing(AcceptedSession::start))
                .toList();
    }
}
