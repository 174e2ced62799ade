/**
 * Measures ordinary Jupiter tests that have a budget, in place.
 *
 * <p>Jupiter finds its way here by the annotation itself, which is an {@code @ExtendWith}. The first operation of a test
 * is Jupiter's own call, all others are ours, on the same instance with the same arguments; the contract with other
 * extensions is in {@code docs/ordinary-tests.md}. A <em>turn</em> is one test's right to measure: no other test of this
 * JVM, and nobody else on the machine, measures at the same time. A <em>session</em> is what all tests of a module
 * share: the runner, which judges and writes, and the run.
 *
 * <p>Only Jupiter's public interface as of 5.10 is used. Start reading at {@link
 * dev.perfbudget.junit.jupiter.MeasuringInPlace}.
 */
@NullMarked
package dev.perfbudget.junit.jupiter;

import org.jspecify.annotations.NullMarked;
