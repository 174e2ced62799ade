package dev.perfbudget.judge;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.Run;
import dev.perfbudget.statistics.RareEvents;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/** What an audit says of a gate. */
final class AuditWords {

    private static final double SURE = 0.95;

    private AuditWords() {}

    /** {@code 24 verdicts about identical code, of which none failed (95 % sure: at most 11.7 % would), …}. */
    static String sentence(Audit audit) {
        return Words.count(audit.verdicts(), "verdict") + " about identical code, of which "
                + (audit.failed() == 0 ? "none" : audit.failed()) + " failed"
                + (audit.verdicts() == 0 ? "" : " (" + atMost(audit) + ")")
                + (audit.suspected() == 0 ? "" : ", though " + audit.suspected() + " looked regressed at first")
                + finds(audit);
    }

    private static String atMost(Audit audit) {
        return Words.percent(SURE) + " sure: at most "
                + Words.roughPercent(RareEvents.highestRate(audit.failed(), audit.verdicts(), SURE)) + " would";
    }

    private static String finds(Audit audit) {
        var known = audit.benchmarks().stream()
                .filter(benchmark -> benchmark.detectable().isPresent())
                .sorted(Comparator.comparingDouble(AuditWords::detectable))
                .toList();
        return known.isEmpty() ? "" : "; within " + minutes(audit) + " it finds " + finds(known);
    }

    private static String finds(List<AuditedBenchmark> known) {
        var least = known.get(0);
        var most = known.get(known.size() - 1);
        return "+" + Words.roughPercent(detectable(least)) + " in " + least.id().shortName()
                + (known.size() == 1
                        ? ""
                        : ", and +" + Words.roughPercent(detectable(most)) + " in "
                                + most.id().shortName());
    }

    private static double detectable(AuditedBenchmark benchmark) {
        return benchmark.detectable().orElseThrow();
    }

    private static String minutes(Audit audit) {
        var seconds = audit.time().toSeconds();
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }

    /** For those who read what the gate says of a run. */
    static String note(Audit audit, Run run) {
        var day = audit.end().atZone(ZoneOffset.UTC).toLocalDate();
        var others = EnvironmentClasses.differences(
                audit.environment(), run.environment().defining());
        if (others.isEmpty()) {
            return "Last audit of this gate on such a machine, " + day + ": " + sentence(audit) + ".";
        }
        return "The last audit of this gate, " + day + ", says nothing of this machine: "
                + StoredNotes.differences(others)
                + ". To audit it here: mvn perfbudget:audit";
    }
}
