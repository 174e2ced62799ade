/**
 * From a plan to its decisions.
 *
 * <p>Everything that was declared is checked before anything is measured; forks of different benchmarks take turns, so
 * that a burst of noise does not hit one of them only; finished forks are on disk at once; the suite is judged at its
 * end, by {@code dev.perfbudget.judge}. Joins the other packages of the runner and is joined by its main class only.
 * Start reading at {@link dev.perfbudget.runner.execution.Measurement}.
 */
@NullMarked
package dev.perfbudget.runner.execution;

import org.jspecify.annotations.NullMarked;
