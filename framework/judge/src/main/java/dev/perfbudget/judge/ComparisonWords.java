package dev.perfbudget.judge;

import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Design;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.ExactDifference;
import dev.perfbudget.model.Location;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.SessionSpread;
import dev.perfbudget.model.Sides;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sentences about one sample beside its baseline. */
final class ComparisonWords {

    private static final int EXACT_DIGITS = 9;

    private final SampleVerdict sample;
    private final Verdict verdict;

    ComparisonWords(SampleVerdict sample) {
        this.sample = sample;
        this.verdict = sample.verdict();
    }

    /** {@code com.acme.JsonBench.parse mean: regressed: 9.1 to 15.6 % slower (99 % sure), …}. */
    String sentence() {
        return sample.id() + ": " + decisionAndReason();
    }

    /** The same where the benchmark is known: {@code mean: regressed: 9.1 to 15.6 % slower (99 % sure), …}. */
    String inShort() {
        return sample.id().metric() + ": " + decisionAndReason();
    }

    String decisionAndReason() {
        return decision() + ": " + reason();
    }

    /** {@code regressed}, {@code regressed (waived)}, {@code no baseline}. */
    String decision() {
        var word = verdict.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return sample.waiver().isPresent() ? word + " (waived)" : word;
    }

    /** Why the verdict is what it is, with the numbers. */
    String reason() {
        if (verdict instanceof Verdict.Invalid invalid) {
            return InvalidWords.of(invalid.reason());
        }
        return verdict.compared().map(this::reason).orElse("the baseline does not have it");
    }

    /** How far the candidate is from the baseline: {@code 1.2 to 3.4 % slower}; empty if that is not known. */
    Optional<String> change() {
        return verdict.compared().flatMap(this::change);
    }

    /** The change, and what it means: {@code within 5 % (1.2 to 3.4 % slower)}; empty if it is not known. */
    Optional<String> summary() {
        var change = change();
        return verdict instanceof Verdict.Unchanged
                ? verdict.compared().flatMap(found -> change.map(words -> summary(found, words)))
                : change;
    }

    private String summary(Comparison found, String change) {
        return found.exact().isPresent() ? change : bound(found) + " (" + change + ")";
    }

    /** The same as names and texts, in order. */
    Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("benchmark", sample.id().toString());
        facts.put("verdict", decision());
        sample.baseline().ifPresent(score -> facts.put("baseline", ScoreWords.of(score)));
        sample.candidate().ifPresent(score -> facts.put("candidate", ScoreWords.of(score)));
        verdict.compared().ifPresent(found -> facts.putAll(factsOf(found)));
        if (verdict.compared().isEmpty()) {
            facts.put("reason", reason());
        }
        sample.waiver().ifPresent(waiver -> facts.put("waiver", waiver(waiver)));
        return facts;
    }

    private Map<String, String> factsOf(Comparison found) {
        var facts = new LinkedHashMap<String, String>();
        change(found).ifPresent(words -> facts.put("effect size", words + certainty(found)));
        facts.put("decided by", decidedBy(found));
        facts.put("threshold", threshold(found));
        facts.put("forks", forks(found));
        labels(found).ifPresent(words -> facts.put("labels", words));
        if (verdict instanceof Verdict.Inconclusive) {
            nextStep(found).ifPresent(words -> facts.put("next step", words));
        }
        return facts;
    }

    private String reason(Comparison found) {
        var parts = new ArrayList<String>();
        parts.add(finding(found));
        if (verdict instanceof Verdict.Inconclusive) {
            detectable(found).ifPresent(parts::add);
            nextStep(found).ifPresent(parts::add);
        }
        labels(found).ifPresent(parts::add);
        sample.waiver().map(ComparisonWords::waiver).ifPresent(parts::add);
        return String.join("; ", parts);
    }

    private String finding(Comparison found) {
        if (found.exact().isPresent()) {
            return exact(found.exact().get(), found);
        }
        var change = change(found).orElse("no ratio");
        var evidence = certainty(found) + ", " + forks(found) + ", decided by " + decidedBy(found);
        if (verdict instanceof Verdict.Unchanged) {
            return bound(found) + " (" + change + evidence + ")";
        }
        return change + " (threshold " + threshold(found) + evidence + ")";
    }

    /** {@code within 5 %}; of an interval that reaches further down, only what is sure. */
    private String bound(Comparison found) {
        var least = 1 / (1 + found.slowdown());
        var isWithin = found.effect()
                .flatMap(EffectSize::interval)
                .map(ConfidenceInterval::lower)
                .filter(lower -> lower < least)
                .isEmpty();
        return isWithin ? "within " + threshold(found) : "not more than " + threshold(found) + " " + words(0).larger();
    }

    private String exact(ExactDifference exact, Comparison found) {
        var baseline = exact.baseline().printAsIs(EXACT_DIGITS);
        var candidate = exact.candidate().printAsIs(EXACT_DIGITS);
        if (verdict instanceof Verdict.Inconclusive) {
            return "from " + baseline + " to " + candidate + " (medians of " + forks(found) + ")";
        }
        return change(found).orElse("") + " (from " + baseline + " to " + candidate + ", up to "
                + exact.tolerance().printAsIs(2) + " is tolerated, " + forks(found) + " that agree)";
    }

    private Optional<String> change(Comparison found) {
        return found.exact().isPresent()
                ? found.exact().map(ComparisonWords::difference)
                : found.effect().map(words(found.slowdown())::of);
    }

    /** {@code 16 B more}. */
    private static String difference(ExactDifference exact) {
        var difference = exact.difference();
        if (difference.value() == 0) {
            return "no difference";
        }
        var size = Math.abs(difference.value());
        return new Quantity(size, difference.unit()).printAsIs(size < 1 ? 2 : EXACT_DIGITS)
                + (difference.value() > 0 ? " more" : " less");
    }

    private ChangeWords words(double threshold) {
        return ChangeWords.of(sample.unit().dimension(), threshold);
    }

    private static String certainty(Comparison found) {
        return found.effect()
                .flatMap(EffectSize::interval)
                .map(interval -> ", " + Words.percent(interval.level()) + " sure")
                .orElse("");
    }

    private String threshold(Comparison found) {
        return found.exact()
                .map(exact -> exact.tolerance().printAsIs(2))
                .orElseGet(() -> Words.percent(found.slowdown()));
    }

    private static String forks(Comparison found) {
        if (found.design() == Design.PAIRED) {
            return Words.count(found.forks().candidate(), "block");
        }
        var sessions = found.sessions().total() > 2 ? " in " + against(found.sessions()) + " sessions" : "";
        return against(found.forks()) + " forks" + sessions;
    }

    private static String against(Sides sides) {
        return sides.candidate() + " against " + sides.baseline();
    }

    private static String decidedBy(Comparison found) {
        if (found.decidedBy() == Location.EXACT) {
            return "the exact figures";
        }
        var isPaired = found.design() == Design.PAIRED;
        return found.decidedBy() == Location.MEAN
                ? isPaired ? "the ratio of means" : "the mean"
                : isPaired ? "the median ratio" : "the low quantile";
    }

    private Optional<String> detectable(Comparison found) {
        return found.detectable().stream()
                .mapToObj(share -> "such forks find " + words(found.slowdown()).ofRatio(1 + share)
                        + " and beyond in 80 % of cases")
                .findFirst();
    }

    private Optional<String> nextStep(Comparison found) {
        if (found.exact().isPresent()
                || found.effect().flatMap(EffectSize::interval).isEmpty()) {
            return Optional.of(tooFew(found));
        }
        if (found.moreForks().isPresent()) {
            return Optional.of("needs about " + more(found, found.moreForks().getAsInt()));
        }
        return found.sessionSpread().sd() > 0
                ? Optional.of("more forks would not tell it from what sessions differ by")
                : Optional.of("no sensible number of forks would tell it from the threshold");
    }

    private static String more(Comparison found, int number) {
        return found.design() == Design.PAIRED
                ? Words.count(number, "more block")
                : Words.count(number, "more fork") + " a side";
    }

    private String tooFew(Comparison found) {
        if (sample.mode().equals(Optional.of(BenchmarkMode.IN_PLACE))) {
            return "one JVM says nothing of chance: accept runs of at least two";
        }
        if (found.exact().isPresent()
                && found.forks().baseline() > 1
                && found.forks().candidate() > 1) {
            return "the forks of a side do not agree, and of zero no ratio can be taken";
        }
        if (found.forks().baseline() < 2 || found.forks().candidate() < 2) {
            return found.design() == Design.PAIRED
                    ? "one block says nothing of chance: measure at least 2"
                    : "one fork says nothing of chance: measure at least 2 a side";
        }
        return found.design() == Design.PAIRED
                ? "every block has the same ratio, which says nothing of chance: measure more blocks"
                : "every fork of a side has the same value, which says nothing of chance: measure more forks";
    }

    private static Optional<String> labels(Comparison found) {
        var labels = new ArrayList<String>();
        labels.addAll(ofSides("not steady", found.unsteady(), found.forks()));
        modes(found).ifPresent(labels::add);
        if (found.sessionSpread().origin() == SessionSpread.Origin.ASSUMED) {
            labels.add("sessions are assumed to differ by "
                    + Words.percent(found.sessionSpread().sd()));
        }
        return labels.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", labels));
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

    private static Optional<String> modes(Comparison found) {
        var modes = found.modes();
        if (modes.baseline() < 2 && modes.candidate() < 2) {
            return Optional.empty();
        }
        return Optional.of("forks come in " + Words.count(modes.baseline(), "mode") + " in the baseline, "
                + Words.count(modes.candidate(), "mode") + " in the candidate");
    }

    private static String waiver(Waiver waiver) {
        return "waived up to " + Words.percent(waiver.largestRatio() - 1) + " until " + waiver.expires() + ": "
                + waiver.reason();
    }
}
