package dev.perfbudget.report.chart;

import dev.perfbudget.judge.BlockSequence;
import dev.perfbudget.judge.Sentences;
import dev.perfbudget.model.Comparison;
import dev.perfbudget.model.EffectSize;
import dev.perfbudget.model.SampleVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Block by block: what each said, what was known after it, and what was seen at the looks. */
final class BlocksChart {

    private static final double TOP = Legend.HEIGHT + 6;
    private static final double HEIGHT = 150;
    private static final double RIGHT = 92;
    private static final double GAP = 6;
    private static final double BESIDE = 0.28;
    private static final double MOST_OF_STEP = 30;
    private static final double NUMBERS = 17;
    private static final double NAMES = 34;
    private static final String READING =
            "A dot is a block, the line the ratio of all blocks so far; an upright bar is the interval at a look, which"
                    + " ends the measuring if it lies on one side of the threshold. Fresh blocks confirm what regressed.";

    private final SampleVerdict sample;
    private final BlockSequence blocks;
    private final Set<Integer> disturbed;
    private final Zones zones;
    private final Box plot;
    private final RatioScale scale;
    private final double step;
    private final Drawing drawing = new Drawing();
    private final Drawing inside = new Drawing();

    private BlocksChart(SampleVerdict sample, Comparison comparison, BlockSequence blocks, Set<Integer> disturbed) {
        this.sample = sample;
        this.blocks = blocks;
        this.disturbed = disturbed;
        this.zones = Zones.of(comparison);
        this.plot = new Box(Axes.WIDTH, TOP, Box.WIDTH - RIGHT, TOP + HEIGHT);
        this.scale = RatioScale.of(zones, ratios(comparison), plot.bottom(), plot.top());
        var places = blocks.screening().size()
                + (blocks.confirming().isEmpty() ? 0 : blocks.confirming().size() + 1);
        this.step = Math.min(MOST_OF_STEP, (plot.width() - 2 * GAP) / Math.max(1, places));
    }

    /**
     * The picture.
     *
     * @param disturbed indexes of the blocks that count although something disturbed them
     * @return empty where there are fewer than two blocks
     */
    static Optional<Chart> of(SampleVerdict sample, BlockSequence blocks, Set<Integer> disturbed) {
        return sample.verdict()
                .compared()
                .filter(comparison -> blocks.screening().size() > 1)
                .map(comparison -> new BlocksChart(sample, comparison, blocks, disturbed).chart(comparison));
    }

    private DoubleStream ratios(Comparison comparison) {
        return Stream.of(
                        Stream.concat(blocks.screening().stream(), blocks.confirming().stream())
                                .mapToDouble(BlockSequence.Block::ratio)
                                .boxed(),
                        Stream.concat(
                                        blocks.looks().stream().map(BlockSequence.Look::effect),
                                        comparison.effect().stream())
                                .filter(effect -> effect.interval().isPresent())
                                .flatMapToDouble(RatioScale::of)
                                .boxed())
                .flatMap(values -> values)
                .mapToDouble(value -> value);
    }

    private Chart chart(Comparison comparison) {
        bands();
        new Axes(drawing, plot).besideRatios(scale);
        new Legend(drawing)
                .dot("small plain", "block")
                .line("curve candidate", "estimate so far")
                .upright("bar candidate", "interval at a look");
        var confirmingFrom = blocks.screening().size() + 1;
        stage(blocks.screening(), 0);
        stage(blocks.confirming(), confirmingFrom);
        looks();
        last(comparison, confirmingFrom);
        numbers();
        drawing.plot(plot, inside);
        return drawing.chart("Block by block", description(), READING, Box.picture(plot.bottom() + Axes.HEIGHT));
    }

    private void bands() {
        var improved = scale.at(zones.improved());
        var regressed = scale.at(zones.regressed());
        drawing.shape("band bad", new Box(plot.left(), plot.top(), plot.right(), regressed).outline())
                .shape("band neutral", new Box(plot.left(), regressed, plot.right(), improved).outline())
                .shape("band good", new Box(plot.left(), improved, plot.right(), plot.bottom()).outline())
                .shape(
                        "threshold",
                        new Outline()
                                .line(plot.left(), improved, plot.right(), improved)
                                .line(plot.left(), regressed, plot.right(), regressed))
                .shape("same", new Outline().line(plot.left(), scale.at(1), plot.right(), scale.at(1)))
                .words("zone", plot.right() + GAP, plot.top() + 14, "regressed")
                .words("zone", plot.right() + GAP, (improved + regressed) / 2 + 4, zones.within())
                .words("zone", plot.right() + GAP, plot.bottom() - 6, "improved");
    }

    private void stage(List<BlockSequence.Block> stage, int first) {
        var dots = new Outline();
        var rings = new Outline();
        var line = new Outline();
        for (var i = 0; i < stage.size(); i++) {
            var block = stage.get(i);
            var isDisturbed = disturbed.contains(first == 0 ? i : first - 1 + i);
            (isDisturbed ? rings : dots).dot(x(first + i), scale.at(block.ratio()));
            inside.point(
                    x(first + i),
                    scale.at(block.ratio()),
                    RatioScale.print(block.ratio()) + ", so far " + RatioScale.print(block.estimate()),
                    (first == 0 ? "block " : "fresh block ") + (i + 1) + (isDisturbed ? ", disturbed" : ""));
            if (i == 0) {
                line.from(x(first), scale.at(block.estimate()));
            } else {
                line.to(x(first + i), scale.at(block.estimate()));
            }
        }
        inside.shape("curve candidate", line).shape("dot small plain", dots).rings("small plain", rings);
    }

    private void looks() {
        for (var look : blocks.looks()) {
            bar(look.effect(), x(look.blocks() - 1 + BESIDE), "look after " + look.blocks() + " blocks");
            number("tick middle", look.blocks());
        }
        drawing.words("name", plot.left(), plot.bottom() + NAMES, "blocks, numbered at looks");
    }

    /** What the verdict was made from, where no look shows it. */
    private void last(Comparison comparison, int confirmingFrom) {
        var screened = blocks.screening().size();
        if (!blocks.confirming().isEmpty()) {
            var separator = x(screened);
            var end = x(confirmingFrom + blocks.confirming().size() - 1 + BESIDE);
            inside.shape("apart", new Outline().line(separator, plot.top(), separator, plot.bottom()));
            drawing.words(
                    "name end",
                    plot.right(),
                    plot.bottom() + NAMES,
                    blocks.confirming().size() + " confirm");
            comparison.effect().ifPresent(effect -> bar(effect, end, "all fresh blocks"));
        } else if (blocks.looks().stream().noneMatch(look -> look.blocks() == screened)) {
            number("tick middle", screened);
            comparison.effect().ifPresent(effect -> bar(effect, x(screened - 1 + BESIDE), "all blocks"));
        }
    }

    private void bar(EffectSize effect, double x, String what) {
        effect.interval()
                .ifPresent(interval -> inside.shape(
                        "bar candidate",
                        new Outline().line(x, scale.at(interval.lower()), x, scale.at(interval.upper()))));
        inside.shape("dot small candidate", new Outline().dot(x, scale.at(effect.ratio())))
                .point(x, scale.at(effect.ratio()), RatioScale.print(effect), what);
    }

    private void numbers() {
        for (var block = 1; block <= blocks.screening().size(); block++) {
            number("tick middle fine", block);
        }
    }

    private void number(String look, int block) {
        inside.words(look, x(block - 1), plot.bottom() + NUMBERS, Integer.toString(block));
    }

    private double x(double place) {
        return plot.left() + GAP + step * (place + 0.5);
    }

    private String description() {
        var screened = blocks.screening().size();
        var confirmed = blocks.confirming().isEmpty()
                ? ""
                : ", then " + blocks.confirming().size() + " fresh blocks that decide alone";
        return screened + " blocks" + confirmed + ". " + Sentences.decision(sample) + ": " + Sentences.reason(sample);
    }
}
