package dev.perfbudget.judge;

import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.ExactDifference;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Verdict;
import dev.perfbudget.model.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        change(found).ifPresent(words -> facts.put("effect size", words + EvidenceWords.certainty(found)));
        facts.put("decided by", EvidenceWords.decidedBy(found));
        facts.put("threshold", threshold(found));
        facts.put("forks", EvidenceWords.forks(found));
        EvidenceWords.labels(found, words(found.slowdown())).ifPresent(words -> facts.put("labels", words));
        if (verdict instanceof Verdict.Inconclusive) {
            facts.put("next step", new NextStepWords(sample, found).nextStep());
        }
        return facts;
    }

    private String reason(Comparison found) {
        var parts = new ArrayList<String>();
        parts.add(finding(found));
        if (verdict instanceof Verdict.Inconclusive) {
            var next = new NextStepWords(sample, found);
            next.detectable().ifPresent(parts::add);
            parts.add(next.nextStep());
        }
        EvidenceWords.labels(found, words(found.slowdown())).ifPresent(parts::add);
        sample.waiver().map(ComparisonWords::waiver).ifPresent(parts::add);
        return String.join("; ", parts);
    }

    private String finding(Comparison found) {
        if (found.exact().isPresent()) {
            return exact(found.exact().get(), found);
        }
        var change = change(found).orElse("no ratio");
        var evidence = EvidenceWords.certainty(found) + ", " + EvidenceWords.forks(found) + ", decided by "
                + EvidenceWords.decidedBy(found);
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
        var baseline = exactly(exact.baseline());
        var candidate = exactly(exact.candidate());
        if (verdict instanceof Verdict.Inconclusive) {
            return "from " + baseline + " to " + candidate + " (medians of " + EvidenceWords.forks(found) + ")";
        }
        return change(found).orElse("") + " (from " + baseline + " to " + candidate + ", up to "
                + exact.tolerance().printAsIs(2) + " is tolerated, " + EvidenceWords.forks(found) + " that agree)";
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
        return exactly(new Quantity(size, difference.unit())) + (difference.value() > 0 ? " more" : " less");
    }

    /** To a tenth: what is smaller is what the harness leaves behind a number that is exact. */
    private static String exactly(Quantity quantity) {
        return quantity.value() < 1
                ? quantity.printAsIs(2)
                : new Quantity(Math.rint(quantity.value() * 10) / 10, quantity.unit()).printAsIs(EXACT_DIGITS);
    }

    private ChangeWords words(double threshold) {
        return ChangeWords.of(sample.unit().dimension(), threshold);
    }

    private String threshold(Comparison found) {
        return found.exact()
                .map(exact -> exact.tolerance().printAsIs(2))
                .orElseGet(() -> Words.percent(found.slowdown()));
    }

    private static String waiver(Waiver waiver) {
        return "waived up to " + Words.percent(waiver.largestRatio() - 1) + " until " + waiver.expires() + ": "
                + waiver.reason();
    }
}
