package dev.perfbudget.report;

import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.SampleVerdict;
import dev.perfbudget.model.Score;
import dev.perfbudget.model.SuiteComparison;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table of comparisons.
 *
 * @param name the shortest that tells it from the others: {@code JsonBench.parse}
 * @param params {@code size=10, kind=a}, or empty
 * @param metric {@code mean}
 * @param baseline {@code 61.3 us ± 2.1 %}; a dash if there is none
 * @param candidate likewise
 * @param change {@code 1.2 to 3.4 % slower}; a dash if that is not known
 * @param decision the verdict in words
 */
record ComparisonRow(
        String name,
        String params,
        String metric,
        String baseline,
        String candidate,
        String change,
        String decision,
        Tone tone) {

    private static final String NOTHING = "-";
    private static final int DIGITS_OF_PERCENT = 2;

    /** The lines of a comparison, in its order. */
    static List<ComparisonRow> of(SuiteComparison comparison) {
        var names = new SampleNames(comparison);
        return comparison.verdicts().stream()
                .map(sample -> of(sample, names.of(sample)))
                .toList();
    }

    private static ComparisonRow of(SampleVerdict sample, String name) {
        return new ComparisonRow(
                name,
                SampleNames.params(sample.id().params()),
                sample.id().metric(),
                score(sample.baseline()),
                score(sample.candidate()),
                Sentences.change(sample).orElse(NOTHING),
                Sentences.decision(sample),
                Tone.of(sample));
    }

    private static String score(Optional<Score> score) {
        return score.map(found -> found.point().print()
                        + found.interval()
                                .map(interval -> " ± " + margin(found.point(), interval))
                                .orElse(""))
                .orElse(NOTHING);
    }

    /** The further of both ends, as a share of the point. */
    private static String margin(Quantity point, ConfidenceInterval interval) {
        var furthest = Math.max(interval.upper() - point.value(), point.value() - interval.lower());
        var share = point.value() == 0 ? 0 : furthest / Math.abs(point.value());
        return Double.isFinite(share) ? Texts.percent(share, DIGITS_OF_PERCENT) : "∞";
    }
}
