package dev.perfbudget.report.chart;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.util.Arrays;
import java.util.List;

/** The iterations of forks as dots; where there are more than have a place, upright lines over all of a place. */
final class IterationDots {

    private static final int MOST_DOTS = 130;
    private static final int MOST_OF_LARGE = 45;

    private final Drawing drawing;
    private final Scale across;
    private final AxisUnit unit;
    private final int longest;
    private final Outline warmup = new Outline();
    private final Outline measured = new Outline();
    private final Outline warmupSpans = new Outline();
    private final Outline measuredSpans = new Outline();

    /** @param across from the first iteration, which is 1, to the last of the longest fork */
    IterationDots(Drawing drawing, Scale across, AxisUnit unit) {
        this.drawing = drawing;
        this.across = across;
        this.unit = unit;
        this.longest = (int) across.range().upper();
    }

    /** @param side what stands before the fork's number where values are read */
    void add(Fork fork, Scale up, String side) {
        var name = side + "fork " + (fork.index() + 1) + ", iteration";
        if (longest <= MOST_DOTS) {
            dots(fork.iterations(), up, name);
        } else {
            spans(fork.iterations(), up, name);
        }
    }

    void draw(String side) {
        var size = longest <= MOST_OF_LARGE ? "small " : "tiny ";
        drawing.rings(size + side, warmup)
                .shape("dot " + size + side, measured)
                .shape("span faint " + side, warmupSpans)
                .shape("span " + side, measuredSpans);
    }

    private void dots(List<Iteration> iterations, Scale up, String name) {
        for (var i = 0; i < iterations.size(); i++) {
            var iteration = iterations.get(i);
            var x = across.at(i + 1);
            var y = up.at(iteration.score());
            (iteration.warmup() ? warmup : measured).dot(x, y);
            drawing.point(x, y, unit.read(iteration.score()), name + " " + (i + 1) + kind(iteration.warmup()));
        }
    }

    /** From the lowest to the highest of the neighbours that share a place. */
    private void spans(List<Iteration> iterations, Scale up, String name) {
        var of = (longest + MOST_DOTS - 1) / MOST_DOTS;
        for (var from = 0; from < iterations.size(); from += of) {
            var to = Math.min(iterations.size(), from + of);
            var names = name + "s " + (from + 1) + " to " + to;
            span(iterations.subList(from, to), true, across.at(from + 1), up, names);
            span(iterations.subList(from, to), false, across.at(from + 1), up, names);
        }
    }

    private void span(List<Iteration> neighbours, boolean ofWarmup, double x, Scale up, String names) {
        var scores = neighbours.stream()
                .filter(iteration -> iteration.warmup() == ofWarmup)
                .mapToDouble(Iteration::score)
                .toArray();
        if (scores.length == 0) {
            return;
        }
        var places = Arrays.stream(scores).map(up::at).summaryStatistics();
        (ofWarmup ? warmupSpans : measuredSpans).line(x, places.getMin() - 0.5, x, places.getMax() + 0.5);
        var value = Range.of(scores)
                .map(range -> unit.read(range.lower()) + " to " + unit.read(range.upper()))
                .orElse("no number");
        drawing.point(x, places.getMin(), value, names + kind(ofWarmup));
    }

    private static String kind(boolean isWarmup) {
        return isWarmup ? ", warmup" : "";
    }
}
