package dev.perfbudget.model;

/**
 * Where the variance of a comparison's estimate comes from; the three add up to 1.
 *
 * @param within forks: between iterations of one JVM
 * @param between forks of one session
 * @param session between sessions
 */
public record NoiseShares(double within, double between, double session) {}
