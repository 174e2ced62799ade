/**
 * Processes as the system has them: a tree to end, the last of what one prints, a tool to ask.
 *
 * <p>Nothing here knows what the processes are for. Output is bounded, time is bounded, and whatever is started here is
 * ended here. JDK only.
 */
@NullMarked
package dev.perfbudget.runner.process;

import org.jspecify.annotations.NullMarked;
