package dev.perfbudget.model;

import java.util.OptionalDouble;

/**
 * Probabilities of seeing this much if the ratio were {@code 1 + slowdown} or less; small ones speak for a regression.
 *
 * @param parametric Welch's t, or the paired t of blocks, at the location that decided
 * @param rank exact Mann-Whitney, or the signed ranks of blocks
 */
public record Significance(OptionalDouble parametric, OptionalDouble rank) {}
