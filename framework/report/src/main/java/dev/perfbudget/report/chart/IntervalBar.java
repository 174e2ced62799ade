package dev.perfbudget.report.chart;

import dev.perfbudget.model.ConfidenceInterval;
import dev.perfbudget.model.EffectSize;

/** An effect size as a bar with a point on it; an arrow where a bar goes on beyond the picture. */
final class IntervalBar {

    private static final double ARROW = 5;

    private final Outline bar = new Outline();
    private final Outline arrows = new Outline();
    private final Outline point = new Outline();

    /** From left to right. */
    static IntervalBar across(EffectSize effect, RatioScale scale, double y) {
        var drawn = new IntervalBar();
        effect.interval().ifPresent(interval -> drawn.across(interval, scale, y));
        if (scale.holds(effect.ratio())) {
            drawn.point.dot(scale.at(effect.ratio()), y);
        } else {
            var side = Math.signum(scale.at(effect.ratio()) - scale.at(1));
            drawn.arrows.arrow(scale.at(effect.ratio()), y, -side * ARROW);
        }
        return drawn;
    }

    private void across(ConfidenceInterval interval, RatioScale scale, double y) {
        bar.line(scale.at(interval.lower()), y, scale.at(interval.upper()), y);
        if (!scale.holds(interval.lower())) {
            arrows.arrow(scale.at(interval.lower()), y, ARROW);
        }
        if (!scale.holds(interval.upper())) {
            arrows.arrow(scale.at(interval.upper()), y, -ARROW);
        }
    }

    void addTo(Drawing drawing, String look) {
        drawing.shape("bar " + look, bar).shape("arrow " + look, arrows).shape("dot " + look, point);
    }
}
