/**
 * The machine that measures: processor, cores, memory, kernel, container, limits of its control group; and what it and
 * its processes use.
 *
 * <p>The only package that knows OSHI. Reading it takes about half a second and happens beside the start of the first
 * host, before anything is measured. Start reading at {@link dev.perfbudget.runner.machine.Machine}.
 */
@NullMarked
package dev.perfbudget.runner.machine;

import org.jspecify.annotations.NullMarked;
