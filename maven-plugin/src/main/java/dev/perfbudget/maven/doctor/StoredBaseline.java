package dev.perfbudget.maven.doctor;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether there are accepted sessions that runs of this machine, JDK and JMH can be compared with.
 *
 * @param here the class of coming runs, if the machine can be read; asked only if it is needed
 */
record StoredBaseline(CommittedFiles files, Supplier<Optional<KnownClass>> here) implements Rule {

    private static final int MOST_NAMED = 3;

    private static final String ACCEPT = "Accept a run of this machine: mvn verify perfbudget:accept";

    @Override
    public String name() {
        return "stored baseline";
    }

    @Override
    public Spoils spoils() {
        return Spoils.STORED;
    }

    @Override
    public List<Finding> look() {
        try {
            return List.of(files.readBaseline()
                    .filter(accepted -> !accepted.isEmpty())
                    .map(this::found)
                    .orElseGet(this::none));
        } catch (IOException unreadable) {
            return List.of(new Finding(
                    Spoils.STORED,
                    "[" + files.baselineFile() + "] cannot be read: " + unreadable.getMessage(),
                    "Restore it from version control, or delete it and accept again."));
        }
    }

    private Finding none() {
        return Finding.information(
                "Nothing was accepted yet [no " + files.baselineFile() + "]: a run alone is judged by its limits only.",
                ACCEPT + ", or measure beside another commit: -Dperfbudget.baseline=git:…");
    }

    private Finding found(AcceptedSessions accepted) {
        return here.get()
                .map(known -> found(accepted, known))
                .orElseGet(() -> Finding.unknown(
                        "The machine could not be read, so nobody knows which of ["
                                + accepted.sessions().size() + "] accepted sessions it is like.",
                        "A run says it."));
    }

    private static Finding found(AcceptedSessions accepted, KnownClass known) {
        var alike = accepted.sessions().stream()
                .filter(session -> known.differences(session.environment()).isEmpty())
                .count();
        var count = "[" + alike + " of " + accepted.sessions().size()
                + "] accepted sessions are of this machine, JDK and JMH";
        return alike > 0
                ? Finding.information(
                        count + ".", "Accepting more, of several days, tells better how far sessions differ.")
                : new Finding(
                        Spoils.STORED, count + "; of the nearest, " + nearest(accepted, known) + ".", ACCEPT + ".");
    }

    private static String nearest(AcceptedSessions accepted, KnownClass here) {
        return accepted.sessions().stream()
                .map(AcceptedSession::environment)
                .map(here::differences)
                .min(Comparator.comparingInt(List::size))
                .map(StoredBaseline::named)
                .orElse("nothing is known");
    }

    private static String named(List<String> differences) {
        var first = differences.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        var more = differences.size() - MOST_NAMED;
        return more > 0 ? first + ", and " + more + " more differ" : first;
    }
}
