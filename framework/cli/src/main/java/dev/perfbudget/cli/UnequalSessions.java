package dev.perfbudget.cli;

import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Samples that some sessions of a side have and others have not: named, never silently left out. */
final class UnequalSessions {

    private static final int MOST_TOLD = 20;

    private UnequalSessions() {}

    /** One line for each, up to a number. */
    static List<String> of(List<Measurements> side) {
        if (side.size() < 2) {
            return List.of();
        }
        var sessions = side.stream().map(session -> ids(Stream.of(session))).toList();
        var lines = new ArrayList<String>();
        for (var id : ids(side.stream())) {
            var without = IntStream.range(0, side.size())
                    .filter(session -> !sessions.get(session).contains(id))
                    .mapToObj(session -> side.get(session).source())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!without.isEmpty()) {
                lines.add("[" + id + "] is not in " + without + ", but in other sessions of the same side.");
            }
        }
        if (lines.size() <= MOST_TOLD) {
            return lines;
        }
        var told = new ArrayList<>(lines.subList(0, MOST_TOLD));
        told.add("And " + (lines.size() - MOST_TOLD) + " more are not in all sessions.");
        return told;
    }

    private static Set<SampleId> ids(Stream<Measurements> sessions) {
        return sessions.flatMap(session -> session.samples().stream())
                .map(Sample::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
