/**
 * What a user's code touches: the annotations. Needs nothing else at run time, so that production
 * code may carry a budget as well; what is there of JUnit is used by JUnit only.
 *
 * <p>A <em>budget</em> is what one benchmark declares: its <em>limits</em> (absolute bounds on a metric) and its
 * <em>threshold</em> (the largest slowdown against the baseline that is accepted). Values are text with a unit; the
 * grammar and the order of precedence are in {@code docs/budgets.md}. Start reading at {@link
 * dev.perfbudget.api.PerfBudget}.
 */
@NullMarked
package dev.perfbudget.api;

import org.jspecify.annotations.NullMarked;
