package dev.perfbudget.judge;

import dev.perfbudget.model.Difference;
import dev.perfbudget.model.Measurements;
import dev.perfbudget.model.Run;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people should know of a comparison with the stored baseline, or why there is none; and what to do then. */
final class StoredNotes {

    /** Beyond it a machine has seen updates enough that old sessions say little of it. */
    private static final Duration FRESH = Duration.ofDays(90);

    private static final int DIGITS_OF_COMMIT = 12;

    private static final String ACCEPT = "mvn perfbudget:accept";

    private StoredNotes() {}

    /** Said where something was measured that could become a baseline. */
    static List<String> nothingAccepted(Run run) {
        var isWorthAccepting = run.flaws().isEmpty()
                && run.benchmarks().stream()
                        .anyMatch(benchmark -> !benchmark.forks().isEmpty()
                                && benchmark.budget().slowdown().isPresent());
        return isWorthAccepting
                ? List.of("There is no baseline yet, so no slowdown was judged. To take these scores as one: " + ACCEPT)
                : List.of();
    }

    static String otherClass(List<Difference> differences) {
        return "There is no baseline for this machine class, so no slowdown was judged: compared with the nearest that"
                + " has one, " + differences(differences)
                + ". Measure on a machine of that class, or keep a baseline of this one beside"
                + " it: " + ACCEPT;
    }

    /** {@code os.version is [6.8] and not [6.1]}. */
    static String differences(List<Difference> differences) {
        return differences.stream()
                .map(fact -> fact.fact() + " is [" + fact.candidate() + "] and not [" + fact.baseline() + "]")
                .collect(Collectors.joining(", "));
    }

    /** Which sessions a run is compared with. */
    static Optional<String> origin(List<Measurements> sessions) {
        var ofTime = sessions.stream()
                .filter(session -> session.measured().isPresent())
                .sorted(Comparator.comparing(session -> session.measured().orElseThrow()))
                .toList();
        if (ofTime.isEmpty()) {
            return Optional.empty();
        }
        var oldest = day(ofTime.get(0));
        var newest = ofTime.get(ofTime.size() - 1);
        var commit = newest.commit()
                .map(known -> "commit [" + abbreviated(known) + "]")
                .orElse("no known commit");
        return Optional.of(
                ofTime.size() == 1
                        ? "Compared with one accepted session, of " + oldest + ", " + commit + "."
                        : "Compared with " + ofTime.size() + " accepted sessions, from " + oldest + " to " + day(newest)
                                + ", the newest of " + commit + ".");
    }

    private static LocalDate day(Measurements session) {
        return session.measured().orElseThrow().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String abbreviated(String commit) {
        return commit.substring(0, Math.min(DIGITS_OF_COMMIT, commit.length()));
    }

    static Optional<String> stale(List<Measurements> sessions, Run run) {
        return sessions.stream()
                .flatMap(session -> session.measured().stream())
                .max(Instant::compareTo)
                .filter(newest -> Duration.between(newest, run.start()).compareTo(FRESH) > 0)
                .map(then -> "The baseline of this machine class was measured on "
                        + then.atZone(ZoneOffset.UTC).toLocalDate() + ", more than " + FRESH.toDays()
                        + " days before: machines and their software change. Accept a fresh run: " + ACCEPT);
    }

    /** Of what looked regressed: whether fresh forks said the same. */
    static Optional<String> confirmation(SampleVerdict suspect, SampleVerdict decided, boolean hasFreshForks) {
        if (!hasFreshForks) {
            return Optional.of("[" + suspect.id() + "] regressed by its first forks, and not all of the fresh ones that"
                    + " were asked for could be measured: the first verdict stands.");
        }
        return decided.verdict().kind() == Kind.REGRESSED
                ? Optional.empty()
                : Optional.of("[" + suspect.id() + "] looked regressed at first, and fresh forks did not confirm it.");
    }

    static Optional<String> gone(List<Measurements> known, Run run) {
        var names = run.gone().stream()
                .filter(id -> known.stream()
                        .flatMap(session -> session.samples().stream())
                        .anyMatch(sample -> sample.key().isOf(id)))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("What is " + InvalidWords.GONE + ": " + names + ". If that is meant: " + ACCEPT);
    }
}
