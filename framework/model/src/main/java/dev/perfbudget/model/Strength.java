package dev.perfbudget.model;

import java.util.OptionalDouble;

/**
 * How strong an effect is beside the noise, whatever its size.
 *
 * @param cohensD difference in standard deviations between forks, with Hedges' correction
 * @param cliffsDelta from -1 (every candidate fork is faster) to 1 (every one is slower)
 */
public record Strength(OptionalDouble cohensD, OptionalDouble cliffsDelta) {}
