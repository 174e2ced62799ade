package dev.perfbudget.model;

import java.util.List;
import java.util.Optional;

/**
 * What a sample says.
 *
 * @param point geometric mean of the forks' means; of exact figures the median
 * @param interval over forks, in the unit of the point; empty with a single fork, and of exact figures
 * @param values what each fork says, in the unit of the point: its mean; of exact figures its median
 */
public record Score(Quantity point, Optional<ConfidenceInterval> interval, List<Double> values) {

    public Score {
        values = List.copyOf(values);
    }

    /** How many forks it stands on. */
    public int forks() {
        return values.size();
    }
}
