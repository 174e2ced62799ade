package dev.perfbudget.report;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.util.List;

/**
 * A fork's iterations as dots, in order from left to right, higher scores higher; all forks of a benchmark have the
 * same scale, that of the measured iterations. Coordinates are text within 200 by 40.
 *
 * @param label what the picture shows, in words
 * @param warmup the dots of iterations that were thrown away, as a path of lines without length
 * @param measured the others
 */
public record Strip(String label, String warmup, String measured) {

    private static final double WIDTH = 200;
    private static final double HEIGHT = 40;
    private static final double MARGIN = 4;

    static Strip of(Fork fork, Scale scale) {
        var warmup = new StringBuilder();
        var measured = new StringBuilder();
        var iterations = fork.iterations();
        for (var i = 0; i < iterations.size(); i++) {
            var x = MARGIN + (WIDTH - 2 * MARGIN) * (iterations.size() == 1 ? 0.5 : i / (iterations.size() - 1.0));
            var iteration = iterations.get(i);
            (iteration.warmup() ? warmup : measured).append(dot(x, iteration, scale));
        }
        return new Strip(label(fork), warmup.toString(), measured.toString());
    }

    private static String dot(double x, Iteration iteration, Scale scale) {
        var position = Math.min(1, Math.max(0, scale.position(iteration.score())));
        var y = HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * position;
        return "M" + coordinate(x) + " " + coordinate(y) + "h0";
    }

    private static String label(Fork fork) {
        var scores = fork.iterations().stream()
                .filter(iteration -> !iteration.warmup())
                .mapToDouble(Iteration::score)
                .summaryStatistics();
        return "Fork " + (fork.index() + 1) + ": " + fork.iterations().size() + " iterations, measured ones from "
                + Texts.score(scores.getMin(), fork.unit()) + " to " + Texts.score(scores.getMax(), fork.unit());
    }

    /** Above zero, to a tenth. There are hundreds of thousands of them, which a formatter would take a second for. */
    private static String coordinate(double value) {
        var tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
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

        /** 0 at the bottom, 1 at the top; beyond that what the picture has no room for. */
        double position(double score) {
            return Double.isFinite(score) ? (score - lowest) / (highest - lowest) : 2;
        }
    }
}
