/**
 * The JUnit Platform engine for JMH benchmarks: every {@code @Benchmark} is a test, every budget an assertion.
 *
 * <p>It finds benchmarks by reflection (it starts nothing while discovering), hands one {@link
 * dev.perfbudget.protocol.Plan} to the runner process, forwards what the runner says as test events, and finishes tests
 * after the decision about the whole suite. It neither measures nor judges. A <em>leaf</em> is one benchmark in one
 * mode with one value for each parameter; a <em>variant</em> is one of several leaves of the same method.
 *
 * <p>Only public JUnit API is used, as of JUnit Platform 1.10, so that it runs under every later version; no Jupiter
 * class is needed. Start reading at {@link dev.perfbudget.junit.PerfBudgetTestEngine}.
 */
@NullMarked
package dev.perfbudget.junit;

import org.jspecify.annotations.NullMarked;
