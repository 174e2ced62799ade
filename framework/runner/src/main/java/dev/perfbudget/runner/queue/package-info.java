/**
 * One measurement at a time on one machine, whoever starts it.
 *
 * <p>Two files in the machine's temporary directory are locked, in this order: our own, in which the holder writes who
 * it is, and JMH's {@code jmh.lock}, which plain JMH tries once before it gives up. Both are waited for, never failed
 * on. The locks are the operating system's, so that the death of a holder frees them, and both files can be written by
 * everybody, so that two users of one machine share them. Start reading at {@link
 * dev.perfbudget.runner.queue.MachineQueue}.
 */
@NullMarked
package dev.perfbudget.runner.queue;

import org.jspecify.annotations.NullMarked;
