/**
 * The host: a small JVM with one side's JDK and class path, in which JMH's runner runs, one fork for each command.
 *
 * <p>JMH keeps its benchmark list, its compiler hints and the class path of forks in static and process-wide places,
 * loses finished forks when one fails, and waits for a hung fork for ever. With a process of its own for each side,
 * and one fork for each run of it, none of that matters: the fork that JMH starts here has exactly the command line,
 * flags and hints that plain JMH gives it, and its end, good or bad, is one message to the runner.
 *
 * <p>A host is started without JVM arguments, because JMH hands them on to forks, and with the side's class path,
 * because JMH hands that on too. It prints nothing. When the link to the runner ends, it kills its fork and ends.
 *
 * <p>May use JMH and the JDK. Start reading at {@link dev.perfbudget.agent.host.HostMain}.
 */
@NullMarked
package dev.perfbudget.agent.host;

import org.jspecify.annotations.NullMarked;
