package dev.perfbudget.judge;

import dev.perfbudget.statistics.VarianceEstimate;

/**
 * The ratio of means of one sample, for the mean over samples.
 *
 * @param withinSessions without the variance that sessions add
 * @param ofSessions the variance that sessions add to it
 */
record MeanRatio(Contrast withinSessions, VarianceEstimate ofSessions) {}
