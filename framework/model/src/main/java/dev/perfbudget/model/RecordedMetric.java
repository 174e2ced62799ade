package dev.perfbudget.model;

import java.util.Optional;

/**
 * Anything that a fork recorded by itself: a counter ({@code gc.count gc.time classes.loaded jit.time}, per iteration)
 * or a secondary score of JMH (an auxiliary counter, a thread group's own score), by its label.
 */
public record RecordedMetric(String label) implements Metric {

    public RecordedMetric {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A metric has a label, not [" + label + "]");
        }
    }

    @Override
    public Optional<Dimension> dimension() {
        return Optional.empty();
    }

    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
        return label;
    }
}
