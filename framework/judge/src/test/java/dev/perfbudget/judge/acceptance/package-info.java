/**
 * How often the judge is wrong, and what it finds: seeded simulations through its façade, short in every build, long by
 * {@link dev.perfbudget.judge.acceptance.ErrorRatesDocument}, which writes docs/error-rates.md; the check on recorded
 * forks; how long a suite takes to judge.
 */
@NullMarked
package dev.perfbudget.judge.acceptance;

import org.jspecify.annotations.NullMarked;
