/**
 * The processes that measure: one host JVM per side, and the forks that JMH starts from it.
 *
 * <p>A <em>host</em> is started with the side's JDK and class path and no JVM argument at all, because JMH's forks
 * inherit what it has. Host and fork both connect to the {@link dev.perfbudget.runner.host.Switchboard}; a fork is known
 * by its process id from its first message on, is killed from outside when it stays silent, and no process outlives the
 * runner. Knows the protocol and the JDK; knows neither budgets nor files. Start reading at {@link
 * dev.perfbudget.runner.host.Host}.
 */
@NullMarked
package dev.perfbudget.runner.host;

import org.jspecify.annotations.NullMarked;
