/**
 * Pure functions on numbers, each class named after its method: what the judge uses, and no catalogue beyond it. Knows
 * nothing of benchmarks; imports the JDK and Commons mathematics only. No NaN, no null and no bare pair of doubles leaves
 * it: too few values are an empty {@code Optional}, and what is no number is refused on the way in.
 *
 * <p>One fork: {@link dev.perfbudget.statistics.SteadyTail}, {@link dev.perfbudget.statistics.LogLocations}, {@link
 * dev.perfbudget.statistics.Batches}. Two sides: {@link dev.perfbudget.statistics.PooledT}, {@link
 * dev.perfbudget.statistics.WelchT} and {@link dev.perfbudget.statistics.PairedT} give a {@link
 * dev.perfbudget.statistics.TEstimate}, from which bounds, p values and the {@link
 * dev.perfbudget.statistics.DetectableEffect} follow. A suite: {@link dev.perfbudget.statistics.ModeratedVariance}, {@link
 * dev.perfbudget.statistics.SessionVariance}, {@link dev.perfbudget.statistics.Holm}. Looks: {@link
 * dev.perfbudget.statistics.AlphaSpending}.
 */
@NullMarked
package dev.perfbudget.statistics;

import org.jspecify.annotations.NullMarked;
