/**
 * Pure functions on numbers: quantiles, intervals, steadiness. Knows nothing of benchmarks; imports the JDK and Commons
 * mathematics only. No NaN, no null and no bare pair of doubles leaves it.
 */
@NullMarked
package dev.perfbudget.statistics;

import org.jspecify.annotations.NullMarked;
