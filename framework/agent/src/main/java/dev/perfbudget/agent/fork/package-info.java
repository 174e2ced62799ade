/**
 * What runs inside a fork, in JMH's own forked JVM: it reads the JVM's counters at the boundaries of iterations and
 * tells the runner of every iteration, warmup included.
 *
 * <p>It is a JMH profiler, because that is the one thing that JMH lets into its forks without a change to their
 * command line. Everything happens in the fork's main thread between iterations, while no benchmark runs; the one
 * thread of its own only waits for the end of the runner, and then ends the fork. A fork measured this way differs
 * from plain JMH's in nothing that a benchmark could feel.
 *
 * <p>Allocation is that of all threads but the reading one. Where the JVM keeps a total (JDK 21, later updates of
 * 17), that includes threads that have come and gone; elsewhere an iteration in which threads ended has no allocation
 * figure rather than one that is too small.
 *
 * <p>May use JMH and the JDK. Start reading at {@link dev.perfbudget.agent.fork.ForkAgent}.
 */
@NullMarked
package dev.perfbudget.agent.fork;

import org.jspecify.annotations.NullMarked;
