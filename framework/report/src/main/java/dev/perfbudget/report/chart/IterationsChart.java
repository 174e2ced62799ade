package dev.perfbudget.report.chart;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every iteration of every fork: small pictures on one scale, a line for each fork, a column for each side. */
final class IterationsChart {

    private static final int MOST_FORKS = 40;
    private static final double TOP = 2 * Legend.HEIGHT;
    private static final double ROW = 30;
    private static final double ROOM = 4;
    private static final double NAMES = 64;
    private static final double EDGE = 8;
    private static final double BELOW = 40;
    private static final int MOST_TICKS = 6;
    private static final String READING =
            "Every line is a fork, its iterations from left to right, higher for a higher score: hollow while it warms"
                    + " up, at the rim where it is beyond the measured ones; from the upright mark on it was steady.";

    private final List<Fork> baseline;
    private final List<Fork> candidate;
    private final Range range;
    private final int longest;
    private final AxisUnit unit;
    private final Drawing drawing = new Drawing();

    private IterationsChart(List<Fork> baseline, List<Fork> candidate, Range range, int longest) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.range = range;
        this.longest = longest;
        this.unit = AxisUnit.of(
                candidate.isEmpty() ? baseline.get(0).unit() : candidate.get(0).unit(), range.upper());
    }

    /**
     * The picture.
     *
     * @param baseline forks that took turns with the candidate's; none if there are none
     * @return empty where no iteration can be drawn
     */
    static Optional<Chart> of(BenchmarkRun candidate, List<Fork> baseline) {
        var forks = Stream.concat(baseline.stream(), candidate.forks().stream()).toList();
        var longest =
                forks.stream().mapToInt(fork -> fork.iterations().size()).max().orElse(0);
        return range(forks, false)
                .or(() -> range(forks, true))
                .filter(range -> longest > 1)
                .map(range -> new IterationsChart(baseline, candidate.forks(), range, longest).chart());
    }

    private static Optional<Range> range(List<Fork> forks, boolean warmup) {
        return Range.of(forks.stream()
                .flatMap(fork -> fork.iterations().stream())
                .filter(iteration -> iteration.warmup() == warmup)
                .mapToDouble(Iteration::score)
                .toArray());
    }

    private Chart chart() {
        var columns = baseline.isEmpty() ? 1 : 2;
        var width = Box.WIDTH / columns;
        new Legend(drawing)
                .ring("small plain", "warmup")
                .dot("small plain", "measured")
                .upright("steady plain", "steady from here");
        if (columns == 2) {
            column("baseline", baseline, 0, width);
        }
        column("candidate", candidate, Box.WIDTH - width, width);
        var rows = Math.min(MOST_FORKS, Math.max(baseline.size(), candidate.size()));
        var bottom = TOP + rows * ROW;
        var shown = range.widened(0.05, 0.1);
        drawing.words(
                "name middle",
                Box.WIDTH / 2,
                bottom + BELOW - 6,
                "iterations; each line from " + unit.read(shown.lower()) + " to " + unit.read(shown.upper()) + more());
        return drawing.chart("Iterations of every fork", description(), READING, Box.picture(bottom + BELOW));
    }

    private String more() {
        var all = Math.max(baseline.size(), candidate.size());
        return all > MOST_FORKS ? "; the first " + MOST_FORKS + " of " + all + " forks" : "";
    }

    private void column(String side, List<Fork> forks, double left, double width) {
        drawing.words("label", left + NAMES, TOP - 6, side);
        var shown = forks.subList(0, Math.min(MOST_FORKS, forks.size()));
        var plot = new Box(left + NAMES, TOP, left + width - EDGE, TOP + shown.size() * ROW);
        var across = Scale.linear(new Range(1, longest), plot.left(), plot.right());
        var inside = new Drawing();
        var dots = new IterationDots(inside, across, unit);
        var steady = new Outline();
        var grounds = new Outline();
        var top = TOP;
        for (var fork : shown) {
            var scale = Scale.linear(range.widened(0.05, 0.1), top + ROW - ROOM, top + ROOM);
            dots.add(fork, scale, baseline.isEmpty() ? "" : side + " ");
            grounds.line(plot.left(), top + ROW, plot.right(), top + ROW);
            names(fork, left, top);
            if (fork.steadiness().steady()) {
                var x = across.at(fork.steadiness().from() + 0.5);
                steady.line(x, top + 2, x, top + ROW - 2);
            }
            top += ROW;
        }
        drawing.shape("grid", grounds);
        dots.draw(side);
        inside.shape("steady " + side, steady);
        new Axes(inside, plot).belowNumbers(across, MOST_TICKS);
        drawing.plot(plot, inside);
    }

    private void names(Fork fork, double left, double top) {
        drawing.words("tick", left + 4, top + (fork.steadiness().steady() ? 20 : 14), "fork " + (fork.index() + 1));
        if (!fork.steadiness().steady()) {
            drawing.words("tick", left + 4, top + 26, "unsteady");
        }
    }

    private String description() {
        var forks = Stream.concat(baseline.stream(), candidate.stream()).toList();
        var unsteady =
                forks.stream().filter(fork -> !fork.steadiness().steady()).count();
        return forks.size() + (forks.size() == 1 ? " fork" : " forks") + " of up to " + longest
                + " iterations each; those that were measured are from "
                + unit.read(range.lower()) + " to " + unit.read(range.upper()) + "; "
                + (unsteady == 0 ? "every fork became steady." : unsteady + " of the forks did not become steady.");
    }
}
