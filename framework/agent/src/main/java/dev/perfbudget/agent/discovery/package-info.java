/**
 * Which benchmarks a class has: what the test JVM asks before it plans anything.
 *
 * <p>The answer is JMH's own. JMH's generator works on an abstraction of classes that its annotation
 * processor fills from the compiler; here it is filled by reflection, the sources that the generator
 * writes are thrown away, and what stays is its benchmark list and its complaints. So groups, modes,
 * parameters, inheritance and everything that JMH rejects are exactly as JMH has them, in the version
 * that the user has. Comparing the list with the one on the class path tells whether stubs have to
 * be generated at run time.
 *
 * <p>Reads no budget: what is found carries its reflective methods, and becomes a {@link
 * dev.perfbudget.protocol.PlannedBenchmark} once somebody adds them. Start reading at {@link
 * dev.perfbudget.agent.discovery.BenchmarkScanner}.
 */
@NullMarked
package dev.perfbudget.agent.discovery;

import org.jspecify.annotations.NullMarked;
