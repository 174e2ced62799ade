/**
 * Measures a test in place: in the test's own JVM, on its own thread, one operation after the other.
 *
 * <p>An <em>operation</em> is one execution of the test's body; a <em>slice</em> is a stretch of operations that is
 * recorded like an iteration of a fork: the mean exactly, the times of single operations in HdrHistogram's buckets, which
 * take no more memory however many there are. The clock is read right before and right after each operation, everything
 * else only between slices.
 *
 * <p>CPU time and allocation are the measuring thread's own: the JVM is full of other things.
 *
 * <p>May use the JDK and HdrHistogram, which the jar has under a name of ours; nothing of JUnit is known here. Start
 * reading at {@link dev.perfbudget.agent.inplace.InPlaceMeasurement}.
 */
@NullMarked
package dev.perfbudget.agent.inplace;

import org.jspecify.annotations.NullMarked;
