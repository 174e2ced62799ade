package dev.perfbudget.model;

/**
 * Two sides whose forks come in two modes each, mode by mode: whether a mode itself moved, and whether forks moved between
 * modes. It stands beside a verdict and has no part in it.
 *
 * @param lower effect within the mode that takes less time, or less of another metric
 * @param higher effect within the other mode
 * @param inHigher forks of each side in the higher mode
 * @param pShares probability of shares at least as far apart if both sides' forks fell into the modes alike
 */
public record TwoModes(EffectSize lower, EffectSize higher, Sides inHigher, double pShares) {}
