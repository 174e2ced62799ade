package dev.perfbudget.model;

import java.util.Optional;

/**
 * What a sample says.
 *
 * @param point geometric mean of the forks' means; of exact figures the median
 * @param interval over forks, in the unit of the point; empty with a single fork, and of exact figures
 * @param forks how many it stands on
 */
public record Score(Quantity point, Optional<ConfidenceInterval> interval, int forks) {}
