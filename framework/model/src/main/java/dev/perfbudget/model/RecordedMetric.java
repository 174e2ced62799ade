package dev.perfbudget.model;

import java.util.Optional;

/**
 * Anything that was recorded of a fork, by its label: a counter of its own ({@code gc.count gc.time classes.loaded
 * jit.time}, per iteration), a secondary score of JMH (an auxiliary counter, a thread group's own score), or a {@link
 * Resource}.
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
