package dev.perfbudget.judge;

import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.SampleMedian;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Figures of one side, one a fork, of a metric that is exact by nature, in its base unit. */
final class ExactFigures {

    static final double ONE = 1;
    private static final double SHARE = 0.005;
    private static final Set<String> EXACT_COUNTS = Set.of("statements");

    private final double[] sorted;

    private ExactFigures(double[] sorted) {
        this.sorted = sorted;
    }

    /** Whether a metric is exact by nature. */
    static boolean isExact(Sample sample) {
        var metric = sample.id().metric();
        return sample.unit().dimension() == Dimension.MEMORY
                ? !metric.equals(StandardMetric.RSS.label())
                : EXACT_COUNTS.contains(metric);
    }

    /** What the figures of such a sample are in. */
    static Unit unit(Sample sample) {
        return sample.unit().dimension() == Dimension.MEMORY ? Unit.BYTES : Unit.COUNT;
    }

    /** The median of each fork's values. */
    static ExactFigures of(SampleValues values) {
        return of(values.sessions().stream()
                .flatMap(List::stream)
                .mapToDouble(SampleMedian::of)
                .toArray());
    }

    static ExactFigures of(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return new ExactFigures(sorted);
    }

    double median() {
        return SampleMedian.of(sorted);
    }

    /** How far a figure may be from this median and still be the same: one byte, or half a per cent if that is more. */
    double tolerance() {
        return Math.max(ONE, SHARE * Math.abs(median()));
    }

    /** Whether no two forks are further apart than the tolerance. */
    boolean agree() {
        return sorted[sorted.length - 1] - sorted[0] <= tolerance();
    }

    double smallest() {
        return sorted[0];
    }

    boolean isReplicated() {
        return sorted.length > 1;
    }

    int count() {
        return sorted.length;
    }

    /** How many figures there are that are further apart than the tolerance. */
    int distinct() {
        var found = 1;
        var last = sorted[0];
        for (var figure : sorted) {
            if (figure - last > tolerance()) {
                found++;
                last = figure;
            }
        }
        return found;
    }
}
