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
 * @param decision the verdict in one word, or two
 * @param change {@code 9.1 to 15.6 % slower}, {@code within 5 % (1.2 to 3.4 % slower)}; a dash if that is not known
 */
record ComparisonRow(
        String name,
        String params,
        String metric,
        String baseline,
        String candidate,
        String decision,
        String change,
        Tone tone) {

    static final String NOTHING = "-";
    private static final int DIGITS_OF_PERCENT = 2;

    /** Below it, not one digit of a printed score would be another one. */
    private static final double SMALLEST_MARGIN = 0.0005;

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
                Sentences.decision(sample),
                Sentences.summary(sample).orElse(NOTHING),
                Tone.of(sample));
    }

    private static String score(Optional<Score> score) {
        return score.map(found -> found.point().print()
                        + found.interval()
                                .map(interval -> margin(found.point(), interval))
                                .filter(margin -> margin >= SMALLEST_MARGIN)
                                .map(margin -> " ± " + shown(margin))
                                .orElse(""))
                .orElse(NOTHING);
    }

    /** The further of both ends, as a share of the point. */
    private static double margin(Quantity point, ConfidenceInterval interval) {
        var furthest = Math.max(interval.upper() - point.value(), point.value() - interval.lower());
        return point.value() == 0 ? 0 : furthest / Math.abs(point.value());
    }

    private static String shown(double margin) {
        return Double.isFinite(margin) ? Texts.percent(margin, DIGITS_OF_PERCENT) : "∞";
    }
}
