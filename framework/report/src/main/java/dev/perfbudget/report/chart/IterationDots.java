package dev.perfbudget.report.chart;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.util.List;

/** The iterations of forks as dots; where there are more than have a place, upright lines over all of a place. */
final class IterationDots {

    private static final int MOST_DOTS = 130;
    private static final int MOST_OF_LARGE = 45;

    private final int longest;
    private final double left;
    private final double right;
    private final Outline warmup = new Outline();
    private final Outline measured = new Outline();
    private final Outline warmupSpans = new Outline();
    private final Outline measuredSpans = new Outline();

    /** @param longest iterations of the longest fork, at least two */
    IterationDots(int longest, double left, double right) {
        this.longest = longest;
        this.left = left;
        this.right = right;
    }

    void add(Fork fork, Scale scale) {
        if (longest <= MOST_DOTS) {
            dots(fork.iterations(), scale);
        } else {
            spans(fork.iterations(), scale);
        }
    }

    /** Where an iteration begins. */
    double before(int iteration) {
        return Math.max(left, Math.min(right, x(iteration - 0.5)));
    }

    void addTo(Drawing drawing, String side) {
        var size = longest <= MOST_OF_LARGE ? "small " : "tiny ";
        drawing.rings(size + side, warmup)
                .shape("dot " + size + side, measured)
                .shape("span faint " + side, warmupSpans)
                .shape("span " + side, measuredSpans);
    }

    private double x(double iteration) {
        return left + (right - left) * iteration / (longest - 1);
    }

    private void dots(List<Iteration> iterations, Scale scale) {
        for (var i = 0; i < iterations.size(); i++) {
            var iteration = iterations.get(i);
            (iteration.warmup() ? warmup : measured).dot(x(i), scale.at(iteration.score()));
        }
    }

    /** From the lowest to the highest of the neighbours that share a place. */
    private void spans(List<Iteration> iterations, Scale scale) {
        var of = (longest + MOST_DOTS - 1) / MOST_DOTS;
        for (var from = 0; from < iterations.size(); from += of) {
            var neighbours = iterations.subList(from, Math.min(iterations.size(), from + of));
            span(neighbours, true, x(from), scale);
            span(neighbours, false, x(from), scale);
        }
    }

    private void span(List<Iteration> neighbours, boolean ofWarmup, double x, Scale scale) {
        var places = neighbours.stream()
                .filter(iteration -> iteration.warmup() == ofWarmup)
                .mapToDouble(iteration -> scale.at(iteration.score()))
                .summaryStatistics();
        if (places.getCount() > 0) {
            (ofWarmup ? warmupSpans : measuredSpans).line(x, places.getMin() - 0.5, x, places.getMax() + 0.5);
        }
    }
}
