package dev.perfbudget.report.chart;

import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Iteration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The lives of forks one after another, without what was between them.
 *
 * @param spans of iterations, in the order of time
 * @param lives of the forks
 * @param seconds of all of them together, gaps included
 */
record Timeline(List<Span> spans, List<Life> lives, double seconds) {

    private static final double GAP = 0.02;
    private static final double LONGEST_PAUSE = 3600;

    /**
     * An iteration, in seconds of the time line.
     *
     * @param fork which of the forks it is of, from 0
     */
    record Span(int fork, double from, double to, Iteration iteration) {}

    /**
     * A fork, in seconds of the time line; what it did before its first iteration is left out.
     *
     * @param measuredFrom where its warmup ended
     */
    record Life(Fork fork, double from, double measuredFrom, double to) {

        /** Where a time of the clock has its place. */
        double second(Instant time) {
            return from + inSeconds(Duration.between(fork.start(), time));
        }

        boolean holds(Instant time) {
            return second(time) >= from && second(time) <= to;
        }
    }

    static Timeline of(List<Fork> forks) {
        var gap =
                GAP * forks.stream().mapToDouble(Timeline::secondsOfIterations).sum() / Math.max(1, forks.size());
        var spans = new ArrayList<Span>();
        var lives = new ArrayList<Life>();
        var from = 0.0;
        for (var fork : forks) {
            var own = spans(lives.size(), fork, from);
            spans.addAll(own);
            var life = life(fork, own, from);
            lives.add(life);
            from = life.to() + gap;
        }
        return new Timeline(List.copyOf(spans), List.copyOf(lives), Math.max(0, from - gap));
    }

    private static Life life(Fork fork, List<Span> spans, double from) {
        var to = spans.isEmpty() ? from : spans.get(spans.size() - 1).to();
        var measuredFrom = spans.stream()
                .filter(span -> !span.iteration().warmup())
                .mapToDouble(Span::from)
                .findFirst()
                .orElse(to);
        return new Life(fork, from, measuredFrom, to);
    }

    /** Without the gaps. */
    double secondsOfForks() {
        return lives.stream().mapToDouble(life -> life.to() - life.from()).sum();
    }

    private static double secondsOfIterations(Fork fork) {
        return fork.iterations().stream()
                .mapToDouble(iteration -> Math.max(0, inSeconds(iteration.duration())))
                .sum();
    }

    /** By the clock, which may jump: an iteration never begins before the one before has ended. */
    private static List<Span> spans(int index, Fork fork, double start) {
        var spans = new ArrayList<Span>();
        var end = start;
        for (var iteration : fork.iterations()) {
            var told = start + inSeconds(Duration.between(fork.start(), iteration.start()));
            var from = told < end + LONGEST_PAUSE ? Math.max(end, told) : end;
            end = from + Math.max(0, inSeconds(iteration.duration()));
            spans.add(new Span(index, from, end, iteration));
        }
        return spans;
    }

    static double inSeconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
