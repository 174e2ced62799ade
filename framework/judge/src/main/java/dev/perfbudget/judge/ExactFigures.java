package dev.perfbudget.judge;

import dev.perfbudget.model.Dimension;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.StandardMetric;
import dev.perfbudget.model.Unit;
import dev.perfbudget.statistics.SampleMedian;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Figures of one side, one a fork, of a metric that is exact by nature, in its base unit. */
final class ExactFigures {

    static final double ONE = 1;
    private static final double SHARE = 0.005;
    private static final double AS_CLEAR = 2;
    private static final Set<String> EXACT_COUNTS = Set.of("statements");

    private final List<Figure> sorted;

    private ExactFigures(List<Figure> figures) {
        this.sorted = figures.stream()
                .sorted(Comparator.comparingDouble(Figure::value))
                .toList();
    }

    /**
     * What one fork says, or one side.
     *
     * @param harness how much of it may be the harness's; of 0 so much may be the operation's
     */
    private record Figure(double value, double harness) {

        /**
         * How far apart two may be though operations do the same: the harness needs as much for an iteration on either
         * side, and shares it out over other numbers of operations.
         */
        double openBeside(Figure other) {
            return value > 0 && other.value > 0 ? Math.abs(harness - other.harness) : Math.max(harness, other.harness);
        }
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
    static ExactFigures of(Sample sample) {
        return new ExactFigures(sample.sessions().stream()
                .flatMap(session -> session.forks().stream())
                .filter(fork -> !fork.values().isEmpty())
                .map(fork -> figure(fork, sample.unit()))
                .toList());
    }

    private static Figure figure(ForkSample fork, Unit unit) {
        var values = fork.values().stream().mapToDouble(value -> value).toArray();
        return new Figure(
                CommonUnit.of(SampleMedian.of(values), unit),
                fork.harness() > 0 ? CommonUnit.of(fork.harness(), unit) : 0);
    }

    /** Figures in which the harness has no part. */
    static ExactFigures of(double[] figures) {
        return new ExactFigures(
                Arrays.stream(figures).mapToObj(value -> new Figure(value, 0)).toList());
    }

    /** Of the figures in which the harness has the smallest part, which are all of them if they are of one session. */
    double median() {
        return ofSide().value();
    }

    /** How far a figure may be from this median and still be the same: one byte, or half a per cent if that is more. */
    double tolerance() {
        return Math.max(ONE, SHARE * Math.abs(median()));
    }

    /** How far the medians may be apart and still be the same. */
    double toleranceOf(ExactFigures other) {
        return tolerance() + ofSide().openBeside(other.ofSide());
    }

    /** Whether no two forks are further apart than the tolerance, and what the harness leaves open of them. */
    boolean agree() {
        var tolerance = tolerance();
        return sorted.stream().allMatch(one -> sorted.stream()
                .allMatch(other -> Math.abs(one.value() - other.value()) <= tolerance + one.openBeside(other)));
    }

    double smallest() {
        return sorted.get(0).value();
    }

    boolean isReplicated() {
        return sorted.size() > 1;
    }

    int count() {
        return sorted.size();
    }

    DoubleStream values() {
        return sorted.stream().mapToDouble(Figure::value);
    }

    /** How many figures there are that are further apart than the tolerance. */
    int distinct() {
        if (agree()) {
            return 1;
        }
        var found = 1;
        var last = smallest();
        for (var figure : sorted) {
            if (figure.value() - last > tolerance()) {
                found++;
                last = figure.value();
            }
        }
        return found;
    }

    private Figure ofSide() {
        var least = sorted.stream().mapToDouble(Figure::harness).min().orElse(0);
        var clearest = sorted.stream()
                .filter(figure -> figure.harness() <= Math.max(ONE, AS_CLEAR * least))
                .toList();
        return new Figure(
                SampleMedian.of(clearest.stream().mapToDouble(Figure::value).toArray()),
                clearest.stream().mapToDouble(Figure::harness).max().orElse(0));
    }
}
