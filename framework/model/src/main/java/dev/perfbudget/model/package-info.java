/**
 * The values that everything else speaks in: units, metrics, budgets, settings, benchmarks, forks, runs, verdicts.
 *
 * <p>Terms: a <em>fork</em> is a fresh JVM and the unit of replication; an <em>iteration</em> is one timed slice in it;
 * a <em>limit</em> is an absolute bound on a metric; a <em>budget</em> is all that one benchmark declares. Values check
 * themselves when made. May depend on {@code dev.perfbudget.statistics} only; the JSON library stays in {@code
 * dev.perfbudget.model.json}. Start reading at {@link dev.perfbudget.model.Run}.
 */
@NullMarked
package dev.perfbudget.model;

import org.jspecify.annotations.NullMarked;
