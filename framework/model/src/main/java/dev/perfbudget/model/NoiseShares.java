package dev.perfbudget.model;

import java.util.OptionalDouble;

/**
 * Where the variance of one iteration's time (on the log scale) comes from; what there is adds up to 1.
 *
 * @param within forks: between iterations of one JVM
 * @param between forks of one session: more iterations cannot buy it back
 * @param session between sessions; empty with a single session a side
 */
public record NoiseShares(double within, double between, OptionalDouble session) {}
