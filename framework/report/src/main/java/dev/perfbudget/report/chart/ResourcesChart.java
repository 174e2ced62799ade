package dev.perfbudget.report.chart;

import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Quantity;
import dev.perfbudget.model.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What forks used while they lived, on one time axis: a small plot for each resource. */
final class ResourcesChart {

    private static final double EDGE = 8;
    private static final double TOP = Legend.HEIGHT;
    private static final double WORDS = 16;
    private static final double HEIGHT = 34;
    private static final double GAP = 8;
    private static final double NARROWEST_STEP = 1.5;
    private static final double FLAT = 0.1;
    private static final double WIDTH_OF_NAME = 46;
    private static final double WIDTH_OF_NUMBER = 16;
    private static final String READING =
            "Time runs from left to right through the lives of the forks; dark ground is measured time, light ground"
                    + " warmup. Each plot begins at zero, and its largest value stands above it.";

    private final Timeline time;
    private final List<ResourceSeries> series;
    private final Scale across;
    private final Box plot;
    private final Drawing drawing = new Drawing();
    private final Drawing inside = new Drawing();

    private ResourcesChart(Timeline time, List<ResourceSeries> series) {
        this.time = time;
        this.series = series;
        this.plot = new Box(EDGE, TOP, Box.WIDTH - EDGE, TOP + series.size() * (WORDS + HEIGHT + GAP));
        this.across = Scale.linear(new Range(0, time.seconds()), plot.left(), plot.right());
    }

    /**
     * The picture.
     *
     * @param lines of the run
     * @return empty where nothing is known, or no time passed
     */
    static Optional<Chart> of(BenchmarkRun benchmark, ResourceLines lines) {
        var time = Timeline.of(benchmark.forks());
        var series = ResourceSeries.of(time, lines);
        return time.seconds() > 0 && Range.isDrawable(time.seconds()) && !series.isEmpty()
                ? Optional.of(new ResourcesChart(time, series).chart())
                : Optional.empty();
    }

    private Chart chart() {
        drawing.shape("measured", new Outline().box(4, 3, 14, 13)).words("label", 20, 13, "measured");
        drawing.shape("warming", new Outline().box(104, 3, 114, 13)).words("label", 120, 13, "warmup");
        var top = TOP;
        for (var one : series) {
            plot(one, top);
            top += WORDS + HEIGHT + GAP;
        }
        axis();
        drawing.plot(plot, inside);
        return drawing.chart(
                "Resources while forks ran", description(), READING, Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private void plot(ResourceSeries one, double top) {
        var box = new Box(plot.left(), top + WORDS, plot.right(), top + WORDS + HEIGHT);
        var largest = one.largest();
        drawing.words("label", plot.left(), top + WORDS - 4, one.name())
                .words("label end", plot.right(), top + WORDS - 4, "up to " + one.print(largest));
        grounds(box);
        drawing.shape("axis", new Outline().line(box.left(), box.bottom(), box.right(), box.bottom()));
        var up = Scale.linear(new Range(0, largest * 1.05), box.bottom(), box.top());
        inside.shape("curve candidate", steps(one, up));
        for (var life : one.byFork()) {
            var peak = life.peak();
            inside.point(
                    across.at(peak.from() / 2 + peak.to() / 2),
                    up.at(peak.value()),
                    "up to " + one.print(peak.value()) + ", " + one.print(life.mean()) + " on average",
                    one.name() + ", fork " + number(peak.fork()));
        }
    }

    private void grounds(Box box) {
        var warming = new Outline();
        var measured = new Outline();
        for (var life : time.lives()) {
            var from = across.at(life.from());
            var middle = across.at(life.measuredFrom());
            if (middle > from) {
                warming.box(from, box.top(), middle, box.bottom());
            }
            if (across.at(life.to()) > middle) {
                measured.box(middle, box.top(), across.at(life.to()), box.bottom());
            }
        }
        inside.shape("warming", warming).shape("measured", measured);
    }

    /** A line for each fork; neighbours that share a place are drawn as the larger of them. */
    private Outline steps(ResourceSeries one, Scale up) {
        var line = new Outline();
        var steps = one.steps();
        var fork = -1;
        var end = 0.0;
        var height = 0.0;
        for (var i = 0; i < steps.size(); ) {
            var first = steps.get(i);
            var from = across.at(first.from());
            var to = from;
            var value = 0.0;
            while (i < steps.size()
                    && steps.get(i).fork() == first.fork()
                    && (to - from < NARROWEST_STEP || to == from)) {
                to = across.at(steps.get(i).to());
                value = Math.max(value, steps.get(i).value());
                i++;
            }
            var y = up.at(value);
            if (first.fork() != fork) {
                line.from(from, y);
                height = y;
            } else if (from - end > NARROWEST_STEP) {
                line.horizontallyTo(end).to(from, y);
                height = y;
            } else if (Math.abs(y - height) > FLAT) {
                line.horizontallyTo(from).verticallyTo(y);
                height = y;
            }
            fork = first.fork();
            end = to;
            if (i == steps.size() || steps.get(i).fork() != fork) {
                line.horizontallyTo(end);
            }
        }
        return line;
    }

    private void axis() {
        var axes = new Axes(inside, plot);
        var width = plot.width() / time.lives().size();
        var every = width < WIDTH_OF_NUMBER ? (int) Math.ceil(WIDTH_OF_NUMBER / width) : 1;
        for (var i = 0; i < time.lives().size(); i++) {
            var life = time.lives().get(i);
            var middle = across.at((life.from() + life.to()) / 2);
            if (i % every == 0) {
                axes.tickBelow(middle, width > WIDTH_OF_NAME ? "fork " + number(i) : number(i));
            } else {
                axes.fineTickBelow(middle, number(i));
            }
        }
        new Axes(drawing, plot)
                .name(seconds() + " of "
                        + (time.lives().size() == 1 ? "one fork" : time.lives().size() + " forks")
                        + ", one after another");
    }

    private String number(int fork) {
        return Integer.toString(time.lives().get(fork).fork().index() + 1);
    }

    private String seconds() {
        return new Quantity(time.secondsOfForks(), Unit.SECONDS).print();
    }

    private String description() {
        return seconds() + " in the lives of " + time.lives().size()
                + (time.lives().size() == 1 ? " fork" : " forks")
                + ". "
                + series.stream()
                        .map(one -> one.name() + ": " + one.print(one.mean()) + " on average, up to "
                                + one.print(one.largest()) + ".")
                        .collect(Collectors.joining(" "));
    }
}
