package dev.perfbudget.judge;

import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Difference;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.ExactDifference;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleKey;
import dev.perfbudget.model.SampleVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a sample when a session is accepted.
 *
 * @param keepsOlder whether what older sessions have of it stays
 * @param happens in words
 */
record SampleFate(SampleKey key, boolean keepsOlder, String happens) {

    /**
     * Of a sample that the new session has.
     *
     * @param older what older sessions have of it
     * @param verdict of it beside those of them that are comparable
     */
    static SampleFate of(Sample sample, List<Sample> older, Optional<SampleVerdict> verdict) {
        var score = verdict.flatMap(SampleVerdict::candidate)
                .map(found -> found.point().print() + ", ")
                .orElse("");
        if (older.isEmpty()) {
            return new SampleFate(sample.key(), false, score + "new");
        }
        var comparable =
                older.stream().filter(old -> difference(old, sample).isEmpty()).toList();
        if (comparable.isEmpty()) {
            var why = difference(older.get(older.size() - 1), sample).orElseThrow();
            return new SampleFate(sample.key(), false, score + why + ": starts afresh");
        }
        return verdict.filter(SampleFate::showsAnotherLevel).isPresent()
                ? new SampleFate(sample.key(), false, score + change(verdict) + ": " + replaces(comparable.size()))
                : new SampleFate(sample.key(), true, score + change(verdict) + ": " + joins(comparable.size() + 1));
    }

    /** Of a sample that is stored and not in the new session. */
    static SampleFate absent(SampleKey key, boolean isMeasuredOtherwise, boolean isGone) {
        if (isGone) {
            return new SampleFate(key, false, "there is no such benchmark any more: removed");
        }
        return isMeasuredOtherwise
                ? new SampleFate(key, false, "not measured like this any more: removed")
                : new SampleFate(key, true, "not in this run: kept");
    }

    /** Why two sessions of a sample cannot stand side by side, if that is so. */
    static Optional<String> difference(Sample old, Sample young) {
        if (old.unit().dimension() != young.unit().dimension()) {
            return Optional.of("unit changed from [" + old.unit().symbol() + "] to ["
                    + young.unit().symbol() + "]");
        }
        return old.workload()
                .flatMap(before -> young.workload()
                        .filter(after -> !after.equals(before))
                        .map(after -> new Difference("workload", before, after)))
                .map(changed -> WorkloadChange.words(changed).orElse("the benchmark's code changed"));
    }

    String words() {
        return key + ": " + happens;
    }

    private static String joins(int number) {
        var most = AcceptedSessions.MOST_OF_A_SAMPLE;
        return number <= most
                ? "session " + number + " of at most " + most
                : "session " + most + " of at most " + most + ", the oldest is dropped";
    }

    private static String replaces(int number) {
        return "replaces the " + (number == 1 ? "one session" : number + " sessions") + " stored";
    }

    private static String change(Optional<SampleVerdict> verdict) {
        return verdict.flatMap(Sentences::summary).orElse("no ratio to what is stored");
    }

    private static boolean showsAnotherLevel(SampleVerdict verdict) {
        return verdict.verdict()
                .compared()
                .filter(SampleFate::showsAnotherLevel)
                .isPresent();
    }

    private static boolean showsAnotherLevel(Comparison found) {
        return found.exact().map(SampleFate::isBeyondTolerance).orElseGet(() -> found.effect()
                .flatMap(EffectSize::interval)
                .filter(SampleFate::leavesOutOne)
                .isPresent());
    }

    private static boolean isBeyondTolerance(ExactDifference exact) {
        return Math.abs(exact.difference().value()) > exact.tolerance().value();
    }

    private static boolean leavesOutOne(ConfidenceInterval ratio) {
        return ratio.lower() > 1 || ratio.upper() < 1;
    }
}
