/**
 * The thin client of the runner: describes the test JVM that it is in, starts the runner process, listens.
 *
 * <p>A <em>bundle</em> is the runner with everything that it needs, packed into our jar and unpacked once a user; a
 * <em>side</em> is a JDK with a class path, here the test JVM's own, found out whatever launcher has hidden it. Nothing
 * is guessed: what the forks would miss is told before anything is started. Knows the protocol and the JDK, no JUnit.
 *
 * <p>Start reading at {@link dev.perfbudget.junit.client.RunnerClient}.
 */
@NullMarked
package dev.perfbudget.junit.client;

import org.jspecify.annotations.NullMarked;
