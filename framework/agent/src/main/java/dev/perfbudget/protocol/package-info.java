/**
 * The messages between the processes: test JVM, runner, host and fork.
 *
 * <p>Every link is one loopback socket, named to the child by environment variable (never by a JVM
 * argument: forks must keep the exact command line that plain JMH would give them). Messages are
 * records sent by Java serialisation behind a filter that lets in this package and the JDK's value
 * types only; both ends come from the same version of the same jar. The end of the stream is the death of the
 * other side: a child that loses its parent ends.
 *
 * <p>How a child is started is here too, as far as all parents do it alike: its argument file, its environment.
 *
 * <p>JDK only, because it is on the user's test class path, in forks, and in the runner alike. Start
 * reading at {@link dev.perfbudget.protocol.Plan}.
 */
@NullMarked
package dev.perfbudget.protocol;

import org.jspecify.annotations.NullMarked;
