package dev.perfbudget.report;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A fork's iterations as dots, in order from left to right, higher scores higher; all forks of a benchmark have the
 * same scale, that of the measured iterations. Coordinates are text within 200 by 40.
 *
 * @param label what the picture shows, in words
 */
public record Strip(String label, List<Dot> dots) {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 40;
    private static final double MARGIN = 4;
    private static final double ROUNDING = 1e-9;

    /**
     * One iteration.
     *
     * @param kind {@code warmup}, {@code measured}, or with {@code beyond} if it lies outside of the scale
     */
    public record Dot(String x, String y, String kind) {}

    static Strip of(Fork fork, Scale scale) {
        var iterations = fork.iterations();
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < iterations.size(); i++) {
            var x = MARGIN + (WIDTH - 2 * MARGIN) * (iterations.size() == 1 ? 0.5 : i / (iterations.size() - 1.0));
            dots.add(dot(x, iterations.get(i), scale));
        }
        return new Strip(label(fork), List.copyOf(dots));
    }

    private static Dot dot(double x, Iteration iteration, Scale scale) {
        var position = scale.position(iteration.score());
        var isBeyond = position < -ROUNDING || position > 1 + ROUNDING;
        var y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * Math.min(1, Math.max(0, position));
        var kind = iteration.warmup() ? "warmup" : "measured";
        return new Dot(coordinate(x), coordinate(y), isBeyond ? kind + " beyond" : kind);
    }

    private static String label(Fork fork) {
        var scores = fork.iterations().stream()
                .filter(iteration -> !iteration.warmup())
                .mapToDouble(Iteration::score)
                .summaryStatistics();
        return "Fork " + (fork.index() + 1) + ": " + fork.iterations().size() + " iterations, measured ones from "
                + Texts.score(scores.getMin(), fork.unit()) + " to " + Texts.score(scores.getMax(), fork.unit());
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The scores that the picture has room for. */
    record Scale(double lowest, double highest) {

        /** Narrower than a tenth of the score it is not, so that quiet forks look quiet. */
        private static final double NARROWEST = 0.1;

        static Scale of(List<Fork> forks) {
            var scores = forks.stream()
                    .flatMap(fork -> fork.iterations().stream())
                    .filter(iteration -> !iteration.warmup() && Double.isFinite(iteration.score()))
                    .mapToDouble(Iteration::score)
                    .summaryStatistics();
            if (scores.getCount() == 0) {
                return new Scale(0, 1);
            }
            var middle = (scores.getMin() + scores.getMax()) / 2;
            var room = Math.max(scores.getMax() - scores.getMin(), NARROWEST * Math.abs(middle));
            return room == 0 ? new Scale(middle - 1, middle + 1) : new Scale(middle - room / 2, middle + room / 2);
        }

        /** 0 at the bottom, 1 at the top. */
        double position(double score) {
            return Double.isFinite(score) ? (score - lowest) / (highest - lowest) : 2;
        }
    }
}
